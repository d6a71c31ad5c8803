// SPDX-License-Identifier: Apache-2.0
#include "base/printable.h"

#include <array>
#include <cstdio>

#include "base/unicode.h"

namespace loanlint {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array kHidden{
    Range{0x00, 0x1F},     Range{0x7F, 0x9F},     Range{0xAD, 0xAD},       Range{0x061C, 0x061C},
    Range{0x180E, 0x180E}, Range{0x200B, 0x200F}, Range{0x2028, 0x202E},   Range{0x2060, 0x206F},
    Range{0xFEFF, 0xFEFF}, Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE0FFF},
};

/// How many characters of plain ASCII `text` starts with: nearly all that is ever shown is that.
std::size_t plain_ascii(std::string_view text) {
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const char* at = begin;
  while (at != end && *at >= 0x20 && *at < 0x7F) ++at;
  return static_cast<std::size_t>(at - begin);
}

std::string escape(std::string_view text, bool keep_line_feeds) {
  std::string out;
  out.reserve(text.size());
  char code[16];
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t plain = plain_ascii(text.substr(at)); plain > 0) {
      out.append(text, at, plain);
      at += plain;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    if (!point.valid) {
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned char>(text[at]));
      out += code;
    } else if (point.value == '\n' && keep_line_feeds) {
      out.push_back('\n');
    } else if (is_hidden(point.value)) {
      const char* form = point.value < 0x100     ? "\\x%02x"
                         : point.value < 0x10000 ? "\\u%04x"
                                                 : "\\U%08x";
      std::snprintf(code, sizeof code, form, static_cast<unsigned>(point.value));
      out += code;
    } else {
      out.append(text, at, point.size);
    }
    at += point.size;
  }
  return out;
}

}  // namespace

bool is_hidden(char32_t code_point) {
  for (const Range& range : kHidden) {
    if (code_point >= range.first && code_point <= range.last) return true;
  }
  return false;
}

std::string printable(std::string_view text) { return escape(text, false); }

std::string printable_lines(std::string_view text) { return escape(text, true); }

}  // namespace loanlint
