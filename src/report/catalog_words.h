// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "catalog/catalog.h"
#include "catalog/rules.h"
#include "report/words.h"

namespace loanlint::report {

/// The words that rules/ holds. Not to be shared between threads.
class CatalogWords : public Words {
 public:
  /// `catalog` must outlive it. Throws UsageError when a text file is wrong.
  CatalogWords(const catalog::Catalog& catalog, std::string version);

  const catalog::Texts& texts() const override;
  findings::Bilingual kind(std::string_view id) const override;
  Citation article(std::string_view id) const override;
  findings::Bilingual trick(std::string_view id) const override;
  RuleWords rule(std::string_view pack, std::string_view id) const override;
  std::string version() const override;
  std::string ruleset() const override;

 private:
  const catalog::Catalog& catalog_;
  std::string version_;
};

/// A rule's texts with its places ({kind_name} and the like) filled by general words.
RuleWords general_words(const catalog::Rule& rule, const catalog::Texts& texts);

}  // namespace loanlint::report
