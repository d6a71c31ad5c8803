// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/bytes.h"
#include "base/cursor.h"

namespace loanlint::android {

/// True when `size` bytes stand at `at`; compares with what is left, so nothing overflows.
inline bool fits(Bytes bytes, std::size_t at, std::size_t size) {
  return at <= bytes.size() && size <= bytes.size() - at;
}

/// Little-endian fields at absolute offsets, for formats full of them. Each throws FormatError,
/// naming the field, when its bytes are not there.
inline std::uint16_t u16_at(Bytes bytes, std::size_t at, const char* field) {
  const Bytes two = slice(bytes, at, 2, field);
  return static_cast<std::uint16_t>(two[0] | (two[1] << 8));
}

inline std::uint32_t u32_at(Bytes bytes, std::size_t at, const char* field) {
  const Bytes four = slice(bytes, at, 4, field);
  return static_cast<std::uint32_t>(four[0]) | (static_cast<std::uint32_t>(four[1]) << 8) |
         (static_cast<std::uint32_t>(four[2]) << 16) | (static_cast<std::uint32_t>(four[3]) << 24);
}

}  // namespace loanlint::android
