// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/bytes.h"

namespace loanlint {

/// Reads little-endian fields from front to back and never leaves its bytes.
///
/// Every read names the field it is after, and throws FormatError with that name and the
/// offset when the bytes are not there; a failed read does not move the cursor. A Cursor does
/// not own its bytes: the buffer must outlive it and every Bytes it hands out.
class Cursor {
 public:
  /// `origin` is the offset of `bytes` in the file, for error messages.
  explicit Cursor(Bytes bytes, std::size_t origin = 0) : bytes_(bytes), origin_(origin) {}

  std::uint8_t u8(const char* field);
  std::uint16_t u16(const char* field);
  std::uint32_t u32(const char* field);
  std::uint64_t u64(const char* field);
  /// At most five bytes, as DEX allows; a sixth or an overflow is malformed.
  std::uint32_t uleb128(const char* field);
  /// At most ten bytes, as protobuf allows; an eleventh or an overflow is malformed.
  std::uint64_t varint(const char* field);

  /// The next `size` bytes, without copying.
  Bytes take(std::size_t size, const char* field);
  void skip(std::size_t size, const char* field) { take(size, field); }
  /// A cursor over the next `size` bytes; this one moves past them.
  Cursor window(std::size_t size, const char* field);
  /// A u32 count of items of `item_size` bytes each, believed only when all of them fit in
  /// what is left: safe to hand to reserve().
  std::size_t count(std::size_t item_size, const char* field);

  std::size_t offset() const { return origin_ + next_; }
  std::size_t left() const { return bytes_.size() - next_; }

 private:
  Bytes bytes_;
  std::size_t origin_;
  std::size_t next_ = 0;
};

/// Throws the FormatError of a slice() that leaves its bytes.
[[noreturn]] void refuse_slice(Bytes bytes, std::size_t offset, std::size_t size,
                               const char* field);

/// `size` bytes of `bytes` from `offset`; the same promise as Cursor, for formats full of
/// absolute offsets.
inline Bytes slice(Bytes bytes, std::size_t offset, std::size_t size, const char* field) {
  if (offset > bytes.size() || size > bytes.size() - offset) {
    refuse_slice(bytes, offset, size, field);
  }
  return bytes.subspan(offset, size);
}

}  // namespace loanlint
