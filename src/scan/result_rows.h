// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "findings/scan_result.h"

namespace loanlint::scan {

/// A result to be kept, with why it is not a full one when a worker failed.
struct StoredResult {
  const findings::ScanResult* result = nullptr;
  std::string failure = {};  ///< "", "crash", "timeout", "memory"
  int signal = 0;
};

/// The rows of a result in the store's tables, as one line of JSON: a list of lists, the first
/// value of each being the letter of its table (RowKind) and the rest its columns without the
/// package's id. Made by the worker, so that the one process that writes has little to do.
std::string to_row_line(const StoredResult& stored);

enum class RowKind : char {
  tally = 't',  ///< bytes, incomplete, then findings that count from info to critical
  package = 'p',
  finding = 'f',
  evidence = 'e',
  gap = 'g',
  facts = 'a',
};

/// A value of a row.
struct Cell {
  bool is_text = false;
  std::string_view text = {};
  std::int64_t number = 0;
};

struct Row {
  RowKind kind = RowKind::tally;
  std::vector<Cell> cells;
};

/// Reads a line that to_row_line() wrote, row by row. Strings are unescaped inside the line: it is
/// changed, and has to outlive the rows. Throws FormatError for anything else than such a line.
class RowReader {
 public:
  explicit RowReader(std::string& line) : line_(line) {}

  /// The next row, in a buffer of the reader's; nullptr at the end.
  const Row* next();

 private:
  char look() const;
  void expect(char c);
  Cell cell();
  Cell text();
  std::uint32_t hex4();
  [[noreturn]] void bad(const char* problem) const;

  std::string& line_;
  std::size_t at_ = 0;
  bool started_ = false;
  Row row_;
};

}  // namespace loanlint::scan
