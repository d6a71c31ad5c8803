// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "android/manifest.h"
#include "app/app.h"
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

/// What an app says of itself: the names that people see, those its makers gave it, its policies
/// and the components it is built with. `manifest` may be nothing; `names` are what it is called on
/// the screen.
std::vector<CategoryText> category_texts(const App& app, const android::Manifest* manifest,
                                         const std::vector<std::string>& names);

/// The fact `category`, with the words that decided it as evidence. Without any text that people
/// see it is unknown, unless the names its makers gave decide.
///
/// Texts are compared as policies are: in lower case, simplified characters and half-width letters;
/// words run together in a name ("EasyLoan") count as words.
findings::Fact category_fact(const catalog::Categories& categories,
                             const std::vector<CategoryText>& texts, std::size_t evidence_kept);

}  // namespace loanlint::app
