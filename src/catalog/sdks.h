// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalog/rule_files.h"
#include "findings/fact.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// Third-party code that apps carry: one rules/sdk/<id>.json each.
struct Sdk {
  std::string id;  ///< the file name
  findings::Bilingual name;
  findings::Bilingual maker;
  std::string purpose;  ///< "risk-control", "push", … (docs/rules)
  findings::Bilingual what;
  std::vector<std::string> packages;           ///< Java package prefixes
  std::vector<std::string> libraries;          ///< native libraries, "libtongdun.so"
  std::map<std::string, findings::Tri> reads;  ///< by data kind: known to read it
  std::vector<std::string> policy_names;       ///< what privacy policies call it
  std::string source;                          ///< where this is known from
};

/// All SDKs, by id. Throws UsageError when a file breaks the format.
std::vector<Sdk> load_sdks(const RuleFiles& files);

}  // namespace loanlint::catalog
