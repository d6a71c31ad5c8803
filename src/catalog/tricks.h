// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "catalog/rule_files.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// What a departure from an ordinary package is, from rules/tricks/*.json.
struct TrickInfo {
  findings::Bilingual title;    ///< what was seen
  findings::Bilingual android;  ///< what Android does with it
  bool evasion = false;         ///< serves nothing but to mislead those who inspect the package
};

/// Every trick that a reader may note, by id.
class Tricks {
 public:
  /// Throws UsageError when a file breaks its rules or an id stands in two files.
  explicit Tricks(const RuleFiles& files);

  const TrickInfo* find(std::string_view id) const;
  bool is_evasion(std::string_view id) const;
  const std::map<std::string, TrickInfo, std::less<>>& all() const { return tricks_; }

 private:
  std::map<std::string, TrickInfo, std::less<>> tricks_;
};

}  // namespace loanlint::catalog
