// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog/code_rules.h"
#include "code/context.h"

namespace loanlint::code {

/// A packer or framework that was recognised, and by what.
struct Recognised {
  const catalog::Packer* what = nullptr;  ///< lives as long as the rules
  std::string by;                         ///< class name or entry name that gave it away
  bool by_class = false;
};

/// Which of `known` this package shows, each once: by its Application class, its components, or
/// the names of its entries.
std::vector<Recognised> recognise(const std::vector<catalog::Packer>& known,
                                  const CodeContext& context);

}  // namespace loanlint::code
