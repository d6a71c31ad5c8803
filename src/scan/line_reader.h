// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace loanlint::scan {

/// Reads a descriptor piece by piece, up to `end` each time.
class LineReader {
 public:
  LineReader(int descriptor, char end) : descriptor_(descriptor), end_(end) {}

  /// The next piece without its end; the last one may lack it. Nothing at the end of the stream.
  std::optional<std::string> next();

 private:
  int descriptor_;
  char end_;
  std::string buffer_;
};

/// Writes all of `text`; false when the other side has gone.
bool write_all(int descriptor, std::string_view text);

}  // namespace loanlint::scan
