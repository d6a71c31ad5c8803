// SPDX-License-Identifier: Apache-2.0
#include "report/width.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"

namespace loanlint::report {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array kWide{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x2329, 0x232A},
    Range{0x23E9, 0x23EC},   Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},
    Range{0x26A1, 0x26A1},   Range{0x2705, 0x2705},   Range{0x274C, 0x274C},
    Range{0x2753, 0x2755},   Range{0x2757, 0x2757},   Range{0x2E80, 0x303E},
    Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},   Range{0x4E00, 0x9FFF},
    Range{0xA000, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},
    Range{0xFF01, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x16FE0, 0x18DFF},
    Range{0x1B000, 0x1B2FF}, Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF},
    Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};

constexpr std::array kCombining{
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD},   Range{0x0610, 0x061A},
    Range{0x064B, 0x065F}, Range{0x0900, 0x0902}, Range{0x0E31, 0x0E31},   Range{0x0E34, 0x0E3A},
    Range{0x0E47, 0x0E4E}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF},   Range{0x200B, 0x200F},
    Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xE0100, 0xE01EF},
};

template <std::size_t N>
bool inside(const std::array<Range, N>& ranges, char32_t point) {
  const auto after =
      std::upper_bound(ranges.begin(), ranges.end(), point,
                       [](char32_t value, const Range& range) { return value < range.first; });
  return after != ranges.begin() && point <= std::prev(after)->last;
}

std::size_t columns_of(char32_t point) {
  if (point < 0x300) return 1;
  if (inside(kCombining, point)) return 0;
  return inside(kWide, point) ? 2 : 1;
}

bool may_not_start_a_line(char32_t point) {
  return std::u32string_view(U"，。、；：？！）】」』》〉”’…—％·,.;:?!)]}%").find(point) !=
         std::u32string_view::npos;
}

bool may_not_end_a_line(char32_t point) {
  return std::u32string_view(U"（【「『《〈“‘([{").find(point) != std::u32string_view::npos;
}

/// The longest head of `text` that fits into `width` columns, but at least one character.
std::size_t head_that_fits(std::string_view text, std::size_t width) {
  std::size_t used = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode_utf8(text, at);
    used += columns_of(point.value);
    if (used > width && at > 0) break;
    at += point.size;
  }
  return at;
}

/// Plain words, one blank between them, that fit as they are.
bool is_one_line(std::string_view line, std::size_t width) {
  if (line.size() > width) return false;
  char last = ' ';
  for (const char c : line) {
    if (c < ' ' || c > '~' || (c == ' ' && last == ' ')) return false;
    last = c;
  }
  return last != ' ' || line.empty();
}

void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& out) {
  if (is_one_line(line, width)) {
    out.emplace_back(line);
    return;
  }
  std::string current;
  std::size_t used = 0;
  for (Piece& piece : pieces(line)) {
    const std::size_t gap = piece.space_before && used > 0 ? 1 : 0;
    if (used > 0 && used + gap + piece.width > width) {
      out.push_back(std::move(current));
      current.clear();
      used = 0;
    } else if (gap == 1) {
      current.push_back(' ');
      ++used;
    }
    std::string_view rest = piece.text;
    while (columns(rest) > width) {
      const std::size_t head = head_that_fits(rest, width);
      out.emplace_back(rest.substr(0, head));
      rest.remove_prefix(head);
    }
    current += rest;
    used += columns(rest);
  }
  out.push_back(std::move(current));
}

/// Where the Latin word ends that `at` stands in: no line breaks inside one.
std::size_t word_end(std::string_view line, std::size_t at) {
  while (at < line.size() && line[at] > ' ' && line[at] <= '~') ++at;
  return at;
}

}  // namespace

std::vector<Piece> pieces(std::string_view line) {
  std::vector<Piece> out;
  bool space = false;
  char32_t last = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t word = word_end(line, at);
    if (word > at + 1 && !out.empty() && !space && last < 0x7F) {
      out.back().text += line.substr(at, word - at);
      out.back().width += word - at;
      last = static_cast<unsigned char>(line[word - 1]);
      at = word;
      continue;
    }
    const CodePoint point = decode_utf8(line, at);
    const std::string_view bytes = line.substr(at, point.size);
    at += point.size;
    if (point.value == ' ') {
      space = true;
      continue;
    }
    const std::size_t width = columns_of(point.value);
    const bool may_break = (width == 2 || columns_of(last) == 2) &&
                           !may_not_start_a_line(point.value) && !may_not_end_a_line(last);
    if (!out.empty() && !space && !may_break) {
      out.back().text += bytes;
      out.back().width += width;
    } else {
      out.push_back({std::string(bytes), width, space && !out.empty()});
    }
    space = false;
    last = point.value;
  }
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    sum += columns_of(point.value);
    at += point.size;
  }
  return sum;
}

std::string pad(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t used = columns(text);
  if (used < width) out.append(width - used, ' ');
  return out;
}

std::string fit(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::size_t used = 1;  // for the ellipsis
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint point = decode_utf8(text, at);
    used += columns_of(point.value);
    if (used > width) break;
    at += point.size;
  }
  return std::string(text.substr(0, at)) + "…";
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    wrap_line(text.substr(at, end - at), std::max<std::size_t>(width, 2), out);
    at = end + 1;
  }
  return out;
}

}  // namespace loanlint::report
