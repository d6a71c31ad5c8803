// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace loanlint::report {

/// A piece of a text, as SARIF counts: lines and columns from 1, columns in UTF-16 code units, the
/// end column behind the last character.
struct TextRegion {
  std::size_t start_line = 1;
  std::size_t start_column = 1;
  std::size_t end_line = 1;
  std::size_t end_column = 1;
  std::string_view text;  ///< what stands there
};

/// The bytes [start, end) of `text`; nothing when it is not that long.
std::optional<TextRegion> span_region(std::string_view text, std::size_t start, std::size_t end);

/// The line of this number, without the blanks around it; nothing when there is no such line.
std::optional<TextRegion> line_region(std::string_view text, std::size_t line);

}  // namespace loanlint::report
