// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog/categories.h"
#include "findings/fact.h"

namespace loanlint::app {

/// A text that may tell what an app is for, and where it stands.
struct CategoryText {
  catalog::SignalField in = catalog::SignalField::label;
  std::string text;
  std::string entry;
  findings::Place where = {};
};

/// The fact `category`, with the words that decided it as evidence. Without any text it is unknown.
findings::Fact category_fact(const catalog::Categories& categories,
                             const std::vector<CategoryText>& texts, std::size_t evidence_kept);

}  // namespace loanlint::app
