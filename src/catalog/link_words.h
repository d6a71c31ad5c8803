// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/rule_files.h"
#include "catalog/words.h"

namespace loanlint::catalog {

/// What makes a web address one of a privacy policy, from rules/policy/links.json.
struct LinkWords {
  Words in_address{{}, Words::Match::inside};  ///< the address itself holds it
  Words before{{}, Words::Match::inside};      ///< it stands shortly before the address
  std::vector<std::string> others;             ///< hosts whose policies are those of components

  /// The address is one of a component's maker, not of the app: by its host, or what that ends in.
  bool is_of_others(std::string_view url) const;
};

/// Throws UsageError when the file breaks its rules.
LinkWords load_link_words(const RuleFiles& files);

}  // namespace loanlint::catalog
