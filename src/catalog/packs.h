// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/rule_files.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// A set of rules with one source: rules/packs/<id>.json describes it, rules/<id>/ holds it.
struct Pack {
  std::string id;
  findings::Bilingual name;
  findings::Bilingual about;
  bool on = false;  ///< used when nothing is said ("default": true)
};

/// Every pack, by id. Throws UsageError when a file breaks its rules.
std::vector<Pack> load_packs(const RuleFiles& files);

}  // namespace loanlint::catalog
