// SPDX-License-Identifier: Apache-2.0
#include "android/string_pool.h"

#include <algorithm>
#include <vector>

#include "android/fields.h"
#include "base/error.h"
#include "base/unicode.h"

namespace loanlint::android {
namespace {

constexpr std::size_t kHeader = 28;
constexpr std::uint32_t kUtf8Flag = 1u << 8;
constexpr std::size_t kEndSpan = 12;

/// Length of a UTF-8 sequence by its first byte alone, as the platform has it: a stray
/// continuation byte counts as a character of its own.
std::size_t sequence_length(std::uint8_t lead) {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/// UTF-8 to UTF-16 as the platform does it: overlong forms, stray continuation bytes and
/// surrogates pass; only a sequence cut off by the end makes the string unreadable.
std::optional<std::vector<std::uint8_t>> platform_utf16(Bytes text) {
  std::vector<std::uint8_t> units;
  units.reserve(text.size() * 2);
  const auto push = [&units](std::uint32_t unit) {
    units.push_back(static_cast<std::uint8_t>(unit));
    units.push_back(static_cast<std::uint8_t>(unit >> 8));
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text[at]);
    if (length > text.size() - at) return std::nullopt;
    constexpr std::uint32_t kLeadBits[] = {0, 0xff, 0x1f, 0x0f, 0x07};
    std::uint32_t point = text[at] & kLeadBits[length];
    for (std::size_t i = 1; i < length; ++i) point = (point << 6) | (text[at + i] & 0x3fu);
    if (point > 0xffff) {
      point -= 0x10000;
      push((point >> 10) + 0xd800);
      push((point & 0x3ff) + 0xdc00);
    } else {
      push(point);
    }
    at += length;
  }
  return units;
}

bool is_ascii(Bytes text) {
  return std::all_of(text.begin(), text.end(), [](std::uint8_t byte) { return byte < 0x80; });
}

}  // namespace

StringPool StringPool::read(Bytes bytes, const Chunk& chunk) {
  const auto refuse = [&chunk](const std::string& problem) {
    malformed(chunk.offset, "string pool: " + problem);
  };
  if (const auto problem = chunk_walk_problem(chunk, kHeader, bytes.size())) refuse(*problem);
  StringPool pool;
  pool.bytes_ = bytes;
  pool.chunk_ = chunk;
  pool.string_count_ = u32_at(bytes, chunk.offset + 8, "string count");
  pool.style_count_ = u32_at(bytes, chunk.offset + 12, "style count");
  pool.utf8_ = (u32_at(bytes, chunk.offset + 16, "string pool flags") & kUtf8Flag) != 0;
  const std::uint32_t strings_start = pool.strings_start_ =
      u32_at(bytes, chunk.offset + 20, "strings start");
  pool.styles_start_ = u32_at(bytes, chunk.offset + 24, "styles start");

  if (pool.string_count_ > 0) {
    if (pool.string_count_ > (chunk.size - chunk.header_size) / 4) {
      refuse(std::to_string(pool.string_count_) + " strings do not fit in " +
             std::to_string(chunk.size) + " bytes");
    }
    if (strings_start >= chunk.size - 2) {
      refuse("strings start at " + std::to_string(strings_start) + ", past the end");
    }
    std::uint32_t end = chunk.size;
    if (pool.style_count_ > 0) {
      if (pool.styles_start_ >= chunk.size - 2 || pool.styles_start_ <= strings_start) {
        refuse("styles start at " + std::to_string(pool.styles_start_) +
               ", not between the strings and the end");
      }
      end = pool.styles_start_;
    }
    const std::size_t width = pool.utf8_ ? 1 : 2;
    pool.pool_size_ = (end - strings_start) / width;
    if (pool.pool_size_ == 0) refuse("no room for strings");
    pool.strings_ =
        slice(bytes, chunk.offset + strings_start, pool.pool_size_ * width, "string data");
    const Bytes last = pool.strings_.last(width);
    if (last[0] != 0 || last[width - 1] != 0) refuse("the last string is not terminated");
  }
  if (pool.style_count_ > 0) {
    if (pool.styles_start_ >= chunk.size) refuse("styles start past the end");
    // The end mark stands at the last full word of the styles; a short style area lets it reach
    // back before its own start, which Android permits.
    const std::size_t words = (chunk.size - pool.styles_start_) / 4;
    const std::size_t end = pool.styles_start_ + words * 4;
    if (end < kEndSpan) refuse("no room for styles");
    const Bytes mark = slice(bytes, chunk.offset + end - kEndSpan, kEndSpan, "end of styles");
    if (std::any_of(mark.begin(), mark.end(), [](std::uint8_t byte) { return byte != 0xff; })) {
      refuse("the last style is not terminated");
    }
  }
  return pool;
}

std::optional<std::uint32_t> StringPool::place(std::uint32_t index) const {
  if (index >= string_count_) return std::nullopt;
  return u32_at(bytes_, chunk_.body() + std::size_t{index} * 4, "string offset");
}

bool StringPool::count_is_inflated() const {
  const std::uint64_t table = 4 * (std::uint64_t{string_count_} + style_count_);
  return string_count_ > 0 && chunk_.header_size + table > strings_start_;
}

std::optional<std::string> StringPool::find(std::uint32_t index) const { return find(index, true); }

std::optional<std::string> StringPool::find_lenient(std::uint32_t index) const {
  return find(index, false);
}

std::optional<std::string> StringPool::find(std::uint32_t index, bool strict) const {
  const auto offset = place(index);
  if (!offset) return std::nullopt;
  const std::size_t character = utf8_ ? *offset : *offset / 2;
  if (character >= pool_size_ - 1) return std::nullopt;
  return utf8_ ? utf8_at(character, strict) : utf16_at(character, strict);
}

std::size_t StringPool::stated_length(std::uint32_t index) const {
  const auto offset = place(index);
  const std::size_t at = offset ? *offset & ~std::size_t{utf8_ ? 0u : 1u} : 0;
  if (!offset || !fits(strings_, at, 4)) return 0;
  if (utf8_)
    return (strings_[at] & 0x80) == 0 ? strings_[at]
                                      : ((strings_[at] & 0x7fu) << 8) | strings_[at + 1];
  const std::size_t first = u16_at(strings_, at, "string length");
  return (first & 0x8000) == 0 ? first
                               : (first & 0x7fff) << 16 | u16_at(strings_, at + 2, "string length");
}

std::optional<std::string> StringPool::utf16_at(std::size_t unit, bool strict) const {
  const auto unit_at = [this](std::size_t i) -> std::size_t {
    return static_cast<std::size_t>(strings_[2 * i] | (strings_[2 * i + 1] << 8));
  };
  std::size_t length = unit_at(unit++);
  if ((length & 0x8000) != 0) {
    // `unit` is still inside: the first one was not the last.
    length = ((length & 0x7fff) << 16) | unit_at(unit++);
  }
  const std::size_t left = pool_size_ - unit;
  if (strict && (length >= left || unit_at(unit + length) != 0)) return std::nullopt;
  work_ += 2 * std::min(length, left);
  return utf16le_to_utf8(strings_.subspan(2 * unit, 2 * std::min(length, left)));
}

std::optional<std::string> StringPool::utf8_at(std::size_t at, bool strict) const {
  const auto read_length = [this, &at](std::size_t& length) {
    if (at >= pool_size_) return false;
    length = strings_[at++];
    if ((length & 0x80) == 0) return true;
    if (at >= pool_size_) return false;
    length = ((length & 0x7f) << 8) | strings_[at++];
    return true;
  };
  std::size_t utf16_length = 0;
  std::size_t written = 0;
  if (!read_length(utf16_length) || !read_length(written)) return std::nullopt;
  const std::size_t left = pool_size_ - at;
  work_ += std::min(written, left);
  if (!strict) return valid_utf8(as_text(strings_.subspan(at, std::min(written, left))));
  // Lengths above 0x7fff are written without their upper bits: the real end is the first
  // terminator at a length with the same lower bits.
  std::size_t length = written;
  for (std::size_t i = 1;; ++i) {
    if (length >= left) return std::nullopt;
    if (strings_[at + length] == 0) break;
    length = (i << 15) | written;
  }
  const Bytes text = strings_.subspan(at, length);
  work_ += length - written;
  if (is_ascii(text)) {
    if ((length & 0x7fff) != utf16_length) return std::nullopt;
    return std::string(as_text(text));
  }
  const auto units = platform_utf16(text);
  if (!units || ((units->size() / 2) & 0x7fff) != utf16_length) return std::nullopt;
  return utf16le_to_utf8(*units);
}

}  // namespace loanlint::android
