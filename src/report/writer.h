// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string_view>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

enum class Format : std::uint8_t { text, json, jsonl, sarif, html, junit, csv, gitlab, markdown };

std::optional<Format> parse_format(std::string_view name);

struct WriterOptions {
  catalog::Language language = catalog::Language::en;
  std::size_t width = 80;
  bool colour = false;
  bool verbose = false;  ///< text: every finding in full
  bool many = false;     ///< a folder, a list or several paths: JSON then has `results`
  std::optional<findings::Severity> fail_on = findings::Severity::high;  ///< for JUnit
  std::int64_t time = 0;  ///< seconds since 1970, for formats that demand a time
};

/// Writes results as they come, in one format.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void add(const findings::ScanResult& result) = 0;
  /// After the last result; nothing may follow.
  virtual void finish() = 0;
};

/// `out` and `words` must outlive the writer.
std::unique_ptr<Writer> make_writer(Format format, std::ostream& out, const Words& words,
                                    const WriterOptions& options);

}  // namespace loanlint::report
