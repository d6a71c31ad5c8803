// SPDX-License-Identifier: Apache-2.0
#include "report/text_region.h"

#include <algorithm>

#include "base/unicode.h"

namespace loanlint::report {
namespace {

constexpr std::string_view kBlanks = " \t\r";

struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

LineColumn place_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t newline = before.rfind('\n');
  const std::size_t first = newline == std::string_view::npos ? 0 : newline + 1;
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          1 + utf16_units(before.substr(first))};
}

}  // namespace

std::optional<TextRegion> span_region(std::string_view text, std::size_t start, std::size_t end) {
  if (start > end || end > text.size()) return std::nullopt;
  const LineColumn first = place_of(text, start);
  const LineColumn last = place_of(text, end);
  return TextRegion{first.line, first.column, last.line, last.column,
                    text.substr(start, end - start)};
}

std::optional<TextRegion> line_region(std::string_view text, std::size_t line) {
  std::size_t start = 0;
  for (std::size_t number = 1; number < line && start != std::string_view::npos; ++number) {
    const std::size_t newline = text.find('\n', start);
    start = newline == std::string_view::npos ? newline : newline + 1;
  }
  if (line == 0 || start >= text.size()) return std::nullopt;
  std::size_t end = std::min(text.find('\n', start), text.size());
  start = std::min(text.find_first_not_of(kBlanks, start), end);
  while (end > start && kBlanks.find(text[end - 1]) != std::string_view::npos) --end;
  return span_region(text, start, end);
}

}  // namespace loanlint::report
