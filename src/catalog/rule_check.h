// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog/laws.h"
#include "catalog/rules.h"

namespace loanlint::catalog {

/// What must be true of a rule beyond its shape: its articles, kinds, facts, texts and examples.
class RuleChecker {
 public:
  explicit RuleChecker(const RuleFiles& files);

  /// The data kinds there are.
  const std::vector<std::string>& kinds() const { return kinds_; }
  /// Throws UsageError with the place of the first thing that is wrong. `rules` are the ids of
  /// all rules.
  void check(const Rule& rule, const std::vector<std::string>& rules) const;

 private:
  void check_articles(const Node& list) const;
  void check_facts(const Node& list, const Rule& rule) const;

  Laws laws_;
  std::vector<std::string> kinds_;
  std::vector<std::string> article_ids_;
};

}  // namespace loanlint::catalog
