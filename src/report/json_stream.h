// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loanlint::report {

/// Writes one JSON document, value after value, straight into its text. A report has some 230 facts
/// for every package; building a document in memory first costs more than reading the package.
/// The text is safe to show: what is not UTF-8 becomes U+FFFD, hidden characters are escaped.
/// The caller keeps the order: in an object a key() before each value, an end() for each begin.
class JsonStream {
 public:
  /// `indent` < 0 gives a single line.
  explicit JsonStream(int indent) : indent_(indent) {}

  JsonStream& begin_object() { return begin('{'); }
  JsonStream& begin_array() { return begin('['); }
  JsonStream& end();
  JsonStream& key(std::string_view name);

  JsonStream& text(std::string_view value);
  JsonStream& flag(bool value);
  JsonStream& null();
  JsonStream& number(std::int64_t value);
  JsonStream& number(std::uint64_t value);

  /// A value that another call wrote at this depth of this document, from start() to the end.
  JsonStream& copy(std::string_view written);
  /// Where the text stands after what separates the next value from the one before.
  std::size_t start();

  const std::string& written() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonStream& begin(char bracket);
  void separate();
  void new_line();

  int indent_;
  std::string out_;
  std::string open_;  ///< the closing bracket of everything that is open
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace loanlint::report
