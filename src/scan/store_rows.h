// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scan/progress.h"
#include "scan/result_rows.h"
#include "scan/sqlite.h"
#include "scan/store.h"

namespace loanlint::scan {

/// Writes the rows of results into the store's tables.
class RowWriter {
 public:
  explicit RowWriter(Database& database);

  /// Replaces every row of the package that a row line speaks of; call inside a transaction. The
  /// line is used up. Throws FormatError, and leaves no row of the package, for a line that is
  /// none.
  Written write(std::string& line, const std::string& settings);
  void write_file(const FileStamp& stamp, std::int64_t package);

 private:
  void write_rows(std::string& line, const std::string& settings, Written& out);
  void remove_rows(std::int64_t package);
  void write_row(std::int64_t package, const Row& row);

  Statement has_package_;
  Statement delete_findings_;
  Statement delete_evidence_;
  Statement delete_gaps_;
  Statement delete_facts_;
  Statement delete_package_;
  Statement package_;
  Statement finding_;
  Statement evidence_;
  Statement gap_;
  Statement facts_;
  Statement file_;
};

}  // namespace loanlint::scan
