// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "android/chunk.h"
#include "base/bytes.h"

namespace loanlint::android {

/// The most bytes of strings that may be decoded out of `size` bytes: honest pools spend less than
/// their own size on the strings that are used; overlapping strings could demand the square of it.
inline constexpr std::size_t kDecodedPerByte = 8;
constexpr std::size_t most_decoded(std::size_t size) {
  return (std::size_t{1} << 20) + kDecodedPerByte * size;
}

/// A string pool chunk, read as Android's ResStringPool reads it; strings are decoded one by one,
/// when asked for, and nothing is copied before.
///
/// The pool views the bytes it was read from; they must outlive it.
/// Format: ResStringPool_header in ResourceTypes.h of the platform.
class StringPool {
 public:
  /// An empty pool: every index gives nothing.
  StringPool() = default;

  /// Reads the header of the pool at `chunk` and checks what Android checks. Throws FormatError
  /// where Android would refuse the pool.
  static StringPool read(Bytes bytes, const Chunk& chunk);

  std::uint32_t size() const { return string_count_; }
  bool is_utf8() const { return utf8_; }
  std::uint32_t style_count() const { return style_count_; }
  /// Where styles would start, as written; not checked when there are no styles.
  std::uint32_t styles_start() const { return styles_start_; }
  const Chunk& chunk() const { return chunk_; }

  /// The string at `index` in UTF-8, or nothing where Android gives null: an index past the end,
  /// a string that leaves the pool or lacks its terminator, a UTF-8 string whose length in UTF-16
  /// is not what the pool says.
  std::optional<std::string> find(std::uint32_t index) const;

  /// As find(), but neither the terminator nor the second length of a UTF-8 string is looked at:
  /// what lenient tools show. A string that leaves the pool is cut at its end.
  std::optional<std::string> find_lenient(std::uint32_t index) const;

  /// Characters that string `index` is said to have, without decoding it; 0 when there is none.
  std::size_t stated_length(std::uint32_t index) const;

  /// Bytes of strings looked at so far, over and over where they overlap: what decoding cost.
  std::size_t work() const { return work_; }

  /// Bytes from the start of the pool's strings to string `index`; strings that share a place
  /// share it. Nothing for an index past the end.
  std::optional<std::uint32_t> place(std::uint32_t index) const;

  /// True when the offset table runs into the string data: the count is larger than what was
  /// written.
  bool count_is_inflated() const;

 private:
  std::optional<std::string> find(std::uint32_t index, bool strict) const;
  std::optional<std::string> utf8_at(std::size_t offset, bool strict) const;
  std::optional<std::string> utf16_at(std::size_t unit, bool strict) const;

  Bytes bytes_;    // the file
  Bytes strings_;  // the string data, `pool_size_` characters long
  Chunk chunk_;
  std::uint32_t string_count_ = 0;
  std::uint32_t style_count_ = 0;
  std::uint32_t strings_start_ = 0;
  std::uint32_t styles_start_ = 0;
  std::size_t pool_size_ = 0;  // in characters of one or two bytes
  bool utf8_ = false;
  mutable std::size_t work_ = 0;
};

}  // namespace loanlint::android
