// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scan/sqlite.h"
#include "scan/store.h"

namespace loanlint::scan {

/// What a row line comes to.
Written summed_up(const RowLine& line);

/// Writes results into the store's tables.
class RowWriter {
 public:
  explicit RowWriter(Database& database);

  /// Replaces everything that is kept of the package that a row line speaks of; call inside a
  /// transaction.
  void write(const RowLine& parts, const std::string& settings);
  void write_file(const FileStamp& stamp, std::int64_t package);

 private:
  Statement package_;
  Statement result_;
  Statement file_;
};

}  // namespace loanlint::scan
