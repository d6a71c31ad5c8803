// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.h"

namespace loanlint {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

char32_t join_surrogates(char32_t high, char32_t low) {
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0) == 0x80;
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t at) {
  const std::uint8_t lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1, true};
  const CodePoint bad{kReplacement, 1, false};
  std::size_t size = 0;
  char32_t value = 0;
  char32_t smallest = 0;
  if ((lead & 0xE0) == 0xC0) {
    size = 2, value = lead & 0x1F, smallest = 0x80;
  } else if ((lead & 0xF0) == 0xE0) {
    size = 3, value = lead & 0x0F, smallest = 0x800;
  } else if ((lead & 0xF8) == 0xF0) {
    size = 4, value = lead & 0x07, smallest = 0x10000;
  } else {
    return bad;
  }
  for (std::size_t i = 1; i < size; ++i) {
    if (!is_continuation(text, at + i)) return bad;
    value = (value << 6) | (byte_at(text, at + i) & 0x3F);
  }
  if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return bad;
  return {value, size, true};
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (byte_at(text, at) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint point = decode_utf8(text, at);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

void append_utf8(std::string& out, char32_t point) {
  if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) point = kReplacement;
  const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (point < 0x80) {
    push(point);
  } else if (point < 0x800) {
    push(0xC0 | (point >> 6));
    push(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    push(0xE0 | (point >> 12));
    push(0x80 | ((point >> 6) & 0x3F));
    push(0x80 | (point & 0x3F));
  } else {
    push(0xF0 | (point >> 18));
    push(0x80 | ((point >> 12) & 0x3F));
    push(0x80 | ((point >> 6) & 0x3F));
    push(0x80 | (point & 0x3F));
  }
}

std::string utf16le_to_utf8(Bytes utf16) {
  std::string out;
  out.reserve(utf16.size() / 2);
  const std::size_t units = utf16.size() / 2;
  const auto unit = [utf16](std::size_t i) {
    return static_cast<char32_t>(utf16[2 * i] | (utf16[2 * i + 1] << 8));
  };
  for (std::size_t i = 0; i < units; ++i) {
    const char32_t first = unit(i);
    if (first < 0x80) {
      out.push_back(static_cast<char>(first));
    } else if (is_high_surrogate(first) && i + 1 < units && is_low_surrogate(unit(i + 1))) {
      append_utf8(out, join_surrogates(first, unit(i + 1)));
      ++i;
    } else {
      append_utf8(out, first);
    }
  }
  return out;
}

std::string valid_utf8(std::string_view text) {
  if (is_utf8(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (point.valid) {
      out.append(text, at, point.size);
    } else {
      append_utf8(out, kReplacement);
    }
    at += point.size;
  }
  return out;
}

std::string mutf8_to_utf8(std::string_view mutf8) {
  // One unit of one to three bytes; size 0 says the bytes are malformed.
  const auto unit_at = [mutf8](std::size_t at, std::size_t& size) -> char32_t {
    size = 0;
    if (at >= mutf8.size()) return kReplacement;
    const std::uint8_t lead = byte_at(mutf8, at);
    if (lead < 0x80) {
      size = 1;
      return lead;
    }
    if ((lead & 0xE0) == 0xC0 && is_continuation(mutf8, at + 1)) {
      size = 2;
      return ((lead & 0x1Fu) << 6) | (byte_at(mutf8, at + 1) & 0x3Fu);
    }
    if ((lead & 0xF0) == 0xE0 && is_continuation(mutf8, at + 1) && is_continuation(mutf8, at + 2)) {
      size = 3;
      return ((lead & 0x0Fu) << 12) | ((byte_at(mutf8, at + 1) & 0x3Fu) << 6) |
             (byte_at(mutf8, at + 2) & 0x3Fu);
    }
    return kReplacement;
  };

  std::string out;
  out.reserve(mutf8.size());
  for (std::size_t at = 0; at < mutf8.size();) {
    std::size_t size = 0;
    const char32_t first = unit_at(at, size);
    if (size == 0) {
      append_utf8(out, kReplacement);
      ++at;
      continue;
    }
    at += size;
    if (is_high_surrogate(first)) {
      const char32_t second = unit_at(at, size);
      if (size != 0 && is_low_surrogate(second)) {
        append_utf8(out, join_surrogates(first, second));
        at += size;
        continue;
      }
    }
    append_utf8(out, first);
  }
  return out;
}

std::size_t utf16_units(std::string_view utf8) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = decode_utf8(utf8, at);
    units += point.value > 0xffff ? 2 : 1;
    at += point.size;
  }
  return units;
}

}  // namespace loanlint
