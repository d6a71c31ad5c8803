// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace loanlint {

/// Bytes that break the rules of their own format.
///
/// Thrown by the readers in `base` and the parsers in `archive` and `android`; caught once per
/// entry, in `app`, which records a Gap in the report and goes on. A mistake by the user (bad
/// flag, bad rule file) is a UsageError; a mistake of ours is an assert.
class FormatError : public std::runtime_error {
 public:
  FormatError(std::size_t offset, const std::string& problem)
      : std::runtime_error(problem), offset_(offset) {}

  /// Where the problem is, in bytes from the start of the file or entry.
  std::size_t offset() const noexcept { return offset_; }

 private:
  std::size_t offset_;
};

/// A cap of Limits that was reached; a FormatError, because it ends in a Gap all the same.
class LimitError : public FormatError {
 public:
  LimitError(std::size_t offset, std::string limit, const std::string& problem)
      : FormatError(offset, problem), limit_(std::move(limit)) {}

  /// The name of the field of Limits that was reached.
  const std::string& limit() const noexcept { return limit_; }

 private:
  std::string limit_;
};

/// What the user asked for cannot be done as asked: shown with exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws FormatError; out of line, so that readers stay small.
[[noreturn]] void malformed(std::size_t offset, const std::string& problem);

}  // namespace loanlint
