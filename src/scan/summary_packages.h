// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/store_summary.h"
#include "scan/sqlite.h"

namespace loanlint::scan {

/// Adds up the answers of every package.
void count_answers(Database& database, report::PerCell<report::AnswerCounts>& counts);

/// Packages of a store by id, as summaries show them.
class PackageRows {
 public:
  explicit PackageRows(Database& database);

  report::SummaryPackage load(std::int64_t id);
  /// The ids that `sql` selects, in its order; `sql` ends with a LIMIT, which gets `most`.
  std::vector<std::int64_t> select(const std::string& sql, std::size_t most,
                                   const std::string& bound = {});

 private:
  Database& database_;
  Statement row_;
};

/// SQL that orders packages from the one most worth a look to the least.
extern const std::string kWorstFirst;

}  // namespace loanlint::scan
