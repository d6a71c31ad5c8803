// SPDX-License-Identifier: Apache-2.0
#include "base/cursor.h"

#include <string>

#include "base/error.h"

namespace loanlint {
namespace {

[[noreturn]] void too_short(std::size_t offset, const char* field, std::size_t size,
                            std::size_t left) {
  malformed(offset, std::string(field) + ": needs " + std::to_string(size) + " bytes, " +
                        std::to_string(left) + " left");
}

template <class Unsigned>
Unsigned little_endian(Bytes bytes) {
  Unsigned value = 0;
  for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
    value = static_cast<Unsigned>(value | (static_cast<Unsigned>(bytes[i]) << (8 * i)));
  }
  return value;
}

/// Groups of seven bits, lowest first, as in LEB128 and protobuf. Does not touch the cursor.
template <class Unsigned>
std::size_t read_groups(Bytes bytes, std::size_t offset, const char* field, Unsigned& value) {
  constexpr std::size_t kBits = sizeof(Unsigned) * 8;
  value = 0;
  for (std::size_t i = 0;; ++i) {
    if (i == bytes.size()) too_short(offset, field, i + 1, bytes.size());
    const std::uint8_t byte = bytes[i];
    const std::size_t shift = 7 * i;
    const Unsigned group = byte & 0x7f;
    if (shift >= kBits || (shift + 7 > kBits && (group >> (kBits - shift)) != 0)) {
      malformed(offset,
                std::string(field) + ": number does not fit in " + std::to_string(kBits) + " bits");
    }
    value = static_cast<Unsigned>(value | (group << shift));
    if ((byte & 0x80) == 0) return i + 1;
  }
}

}  // namespace

std::uint8_t Cursor::u8(const char* field) { return take(1, field)[0]; }

std::uint16_t Cursor::u16(const char* field) {
  return little_endian<std::uint16_t>(take(2, field));
}

std::uint32_t Cursor::u32(const char* field) {
  return little_endian<std::uint32_t>(take(4, field));
}

std::uint64_t Cursor::u64(const char* field) {
  return little_endian<std::uint64_t>(take(8, field));
}

std::uint32_t Cursor::uleb128(const char* field) {
  std::uint32_t value = 0;
  next_ += read_groups(bytes_.subspan(next_), offset(), field, value);
  return value;
}

std::uint64_t Cursor::varint(const char* field) {
  std::uint64_t value = 0;
  next_ += read_groups(bytes_.subspan(next_), offset(), field, value);
  return value;
}

Bytes Cursor::take(std::size_t size, const char* field) {
  if (size > left()) too_short(offset(), field, size, left());
  const Bytes taken = bytes_.subspan(next_, size);
  next_ += size;
  return taken;
}

Cursor Cursor::window(std::size_t size, const char* field) {
  const std::size_t start = offset();
  return Cursor(take(size, field), start);
}

std::size_t Cursor::count(std::size_t item_size, const char* field) {
  Cursor ahead = *this;
  const std::size_t items = ahead.u32(field);
  if (items > ahead.left() / item_size) {
    malformed(offset(), std::string(field) + ": " + std::to_string(items) + " items of " +
                            std::to_string(item_size) + " bytes, " + std::to_string(ahead.left()) +
                            " bytes left");
  }
  *this = ahead;
  return items;
}

void refuse_slice(Bytes bytes, std::size_t offset, std::size_t size, const char* field) {
  if (offset > bytes.size()) {
    malformed(offset, std::string(field) + ": starts at " + std::to_string(offset) +
                          ", past the end at " + std::to_string(bytes.size()));
  }
  too_short(offset, field, size, bytes.size() - offset);
}

}  // namespace loanlint
