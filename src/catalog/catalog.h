// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "catalog/candidates.h"
#include "catalog/categories.h"
#include "catalog/code_rules.h"
#include "catalog/kinds.h"
#include "catalog/laws.h"
#include "catalog/lexicon.h"
#include "catalog/rule_files.h"
#include "catalog/texts.h"
#include "catalog/tricks.h"

namespace loanlint::catalog {

/// Everything the program knows, each part read when it is first asked for: a scan of a small
/// package needs few of them. Parts that are read stay as they are. Not for several threads.
class Catalog {
 public:
  /// The built-in files with these folders laid over them. Throws UsageError.
  explicit Catalog(const std::vector<std::string>& rules_folders = {});
  ~Catalog();

  const RuleFiles& files() const;
  const Texts& texts() const;
  const Laws& laws() const;
  const Kinds& kinds() const;
  const Candidates& candidates() const;
  const Categories& categories() const;
  const Tricks& tricks() const;
  const Lexicon& lexicon() const;
  const CodeKnowledge& code() const;
  /// SHA-256 of all rule files: says which rules made a result.
  const std::string& ruleset() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace loanlint::catalog
