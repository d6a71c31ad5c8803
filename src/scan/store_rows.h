// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scan/sqlite.h"
#include "scan/store.h"

namespace loanlint::scan {

/// Turns results into rows of the store's tables.
class RowWriter {
 public:
  explicit RowWriter(Database& database);

  /// Replaces every row of the package; call inside a transaction.
  void write(const StoredResult& stored, const std::string& ruleset);
  void write_file(const FileStamp& stamp, std::int64_t package);

 private:
  void write_package(std::int64_t id, const StoredResult& stored, const std::string& ruleset);
  void write_finding(std::int64_t id, std::int64_t position, const findings::Finding& finding);

  Statement has_package_;
  Statement delete_findings_;
  Statement delete_evidence_;
  Statement delete_gaps_;
  Statement package_;
  Statement finding_;
  Statement evidence_;
  Statement gap_;
  Statement facts_;
  Statement file_;
};

/// A place as a JSON object: {"line": 7, "xpath": "…"}.
std::string place_json(const findings::Place& place);

}  // namespace loanlint::scan
