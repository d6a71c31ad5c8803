// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "base/bytes.h"

/// The records of a ZIP file as they lie in the bytes.
/// Format: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 (local header), 4.3.12 (central record),
/// 4.3.14 to 4.3.16 (end records), 4.5.3 (64-bit sizes).
namespace loanlint::archive {

inline constexpr std::uint32_t kLocalSignature = 0x04034b50;
inline constexpr std::uint32_t kCentralSignature = 0x02014b50;
inline constexpr std::uint32_t kEndSignature = 0x06054b50;
inline constexpr std::uint32_t kEnd64Signature = 0x06064b50;
inline constexpr std::uint32_t kEnd64LocatorSignature = 0x07064b50;
inline constexpr std::size_t kLocalSize = 30;
inline constexpr std::size_t kCentralSize = 46;
inline constexpr std::size_t kEndSize = 22;
inline constexpr std::size_t kEnd64Size = 56;
inline constexpr std::size_t kEnd64LocatorSize = 20;
inline constexpr std::size_t kMaxComment = 65'535;
/// A 32-bit field with this value says: look for the 64-bit one.
inline constexpr std::uint32_t kIn64 = 0xffffffff;

inline constexpr std::uint16_t kStored = 0;
inline constexpr std::uint16_t kDeflated = 8;
inline constexpr std::uint16_t kFlagEncrypted = 1 << 0;
inline constexpr std::uint16_t kFlagDescriptor = 1 << 3;

/// Little-endian fields of a record whose size has been checked.
inline std::uint16_t u16_at(Bytes bytes, std::size_t at) {
  return static_cast<std::uint16_t>(bytes[at] | bytes[at + 1] << 8);
}
inline std::uint32_t u32_at(Bytes bytes, std::size_t at) {
  return u16_at(bytes, at) | std::uint32_t{u16_at(bytes, at + 2)} << 16;
}
inline std::uint64_t u64_at(Bytes bytes, std::size_t at) {
  return u32_at(bytes, at) | std::uint64_t{u32_at(bytes, at + 4)} << 32;
}

struct LocalHeader {
  std::uint16_t version_needed;
  std::uint16_t flags;
  std::uint16_t method;
  std::uint32_t crc;
  std::uint32_t compressed_size;
  std::uint32_t size;
  std::uint16_t name_length;
  std::uint16_t extra_length;
};

/// `bytes` holds at least kLocalSize bytes and starts with kLocalSignature.
LocalHeader read_local_header(Bytes bytes);

struct CentralRecord {
  std::uint16_t version_needed;
  std::uint16_t flags;
  std::uint16_t method;
  std::uint32_t crc;
  std::uint32_t compressed_size;
  std::uint32_t size;
  std::uint16_t name_length;
  std::uint16_t extra_length;
  std::uint16_t comment_length;
  std::uint16_t disk;
  std::uint32_t header_offset;
};

/// `bytes` holds at least kCentralSize bytes and starts with kCentralSignature.
CentralRecord read_central_record(Bytes bytes);

/// The 64-bit values of an extra field.
struct Sizes64 {
  std::optional<std::uint64_t> size;
  std::optional<std::uint64_t> compressed_size;
  std::optional<std::uint64_t> header_offset;
};

/// Reads field 0x0001 of `extra` with Android's strictness; nothing when it is absent or does not
/// hold exactly the values that the 32-bit fields announce. `header_offset` is absent for local
/// headers.
std::optional<Sizes64> find_sizes64(Bytes extra, std::uint32_t size, std::uint32_t compressed_size,
                                    std::optional<std::uint32_t> header_offset);

/// True for bytes that begin as a ZIP archive does: with a local header, or an end record alone.
bool looks_like_zip(Bytes bytes);

}  // namespace loanlint::archive
