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

/// A result as one line of JSON, in the shape that the store keeps: [head, gaps, findings,
/// evidence]. The head is a list of values (HeadCell), the others are lists of rows whose values
/// are the columns of the store's view of that name, without the package. The worker makes it, and
/// the one process that writes stores the lists as they are.
std::string to_row_line(const StoredResult& stored);

/// The values of a head, in order.
enum HeadCell : std::size_t {
  kIncomplete,  ///< 1: something could not be read
  kSha256,
  kSize,
  kInput,
  kPackage,
  kVersionName,
  kVersionCode,
  kLabelZh,
  kLabelEn,
  kMinSdk,
  kTargetSdk,
  kSigners,
  kVerdict,
  kRefused,
  kFailure,
  kSignal,
  kCritical,  ///< how many findings of this severity count; down to kInfo
  kHigh,
  kMedium,
  kLow,
  kInfo,
  kFacts,  ///< a JSON object
  kHeadCells
};

/// A value of a row.
struct Cell {
  bool is_text = false;
  std::string_view text = {};
  std::int64_t number = 0;
};

/// A row line in its parts. The views point into the line.
struct RowLine {
  std::vector<Cell> head;  ///< kHeadCells of them, texts and numbers as they have to be
  std::string_view gaps;   ///< lists of rows as JSON
  std::string_view findings;
  std::string_view evidence;
};

/// Reads a line that to_row_line() wrote; its strings are unescaped inside the line, which is
/// changed and has to outlive the result. Throws FormatError for anything else than such a line.
RowLine read_row_line(std::string& line);

/// Reads a list of rows, "[[1,\"a\"],[2,\"b\"]]", row by row. Strings are unescaped inside the
/// text: it is changed, and has to outlive the rows. Throws FormatError.
class RowReader {
 public:
  explicit RowReader(std::string& text, std::size_t at = 0) : text_(text), at_(at) {}

  /// The next row, in a buffer of the reader's; nullptr at the end of the list.
  const std::vector<Cell>* next();

  /// One row, where the reader stands.
  const std::vector<Cell>& row();
  /// The list of rows where the reader stands, checked but left as it is.
  std::string_view raw_list();
  void expect(char c);
  bool at_end() const { return at_ == text_.size(); }

 private:
  char look() const;
  Cell cell();
  Cell text();
  std::uint32_t hex4();
  void skip_row();
  void skip_text();
  [[noreturn]] void bad(const char* problem) const;

  std::string& text_;
  std::size_t at_ = 0;
  bool started_ = false;
  std::vector<Cell> row_;
};

}  // namespace loanlint::scan
