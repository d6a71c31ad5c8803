// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "catalog/rule_files.h"
#include "catalog/rules.h"
#include "report/words.h"

namespace loanlint::report {

/// The words that rules/ holds. Laws, data kinds and the hash are read when first asked for: a
/// scan that finds nothing reads none of them. Not to be shared between threads.
class CatalogWords : public Words {
 public:
  /// `files` must outlive it. Throws UsageError when a text file is wrong.
  explicit CatalogWords(const catalog::RuleFiles& files, std::string version);
  ~CatalogWords() override;

  const catalog::Texts& texts() const override;
  findings::Bilingual kind(std::string_view id) const override;
  Citation article(std::string_view id) const override;
  findings::Bilingual trick(std::string_view id) const override;
  RuleWords rule(std::string_view pack, std::string_view id) const override;
  std::string version() const override;
  std::string ruleset() const override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A rule's texts with its places ({kind_name} and the like) filled by general words.
RuleWords general_words(const catalog::Rule& rule, const catalog::Texts& texts);

}  // namespace loanlint::report
