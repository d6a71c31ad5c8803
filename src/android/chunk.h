// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"

namespace loanlint::android {

/// Chunk types of Android's resource files (ResourceTypes.h of the platform).
enum ChunkType : std::uint16_t {
  kNullChunk = 0x0000,
  kStringPoolChunk = 0x0001,
  kTableChunk = 0x0002,
  kXmlChunk = 0x0003,
  kStartNamespaceChunk = 0x0100,
  kEndNamespaceChunk = 0x0101,
  kStartElementChunk = 0x0102,
  kEndElementChunk = 0x0103,
  kCdataChunk = 0x0104,
  kLastXmlChunk = 0x017f,
  kResourceMapChunk = 0x0180,
  kPackageChunk = 0x0200,
  kTypeChunk = 0x0201,
  kTypeSpecChunk = 0x0202,
};

inline constexpr std::size_t kChunkHeader = 8;

/// The header that every chunk starts with; offsets count from the start of the file.
struct Chunk {
  std::size_t offset = 0;
  std::uint16_t type = 0;
  std::uint16_t header_size = 0;
  std::uint32_t size = 0;

  std::size_t body() const { return offset + header_size; }
  std::size_t end() const { return offset + size; }
};

/// The chunk at `offset` of `bytes`, its sizes as they are written. Throws FormatError when the
/// eight bytes are not there.
Chunk chunk_at(Bytes bytes, std::size_t offset);

/// What Android would object to in `chunk`, if anything: a header below `smallest_header`, a
/// header above the size, sizes that are not multiples of four, or an end past `end`.
std::optional<std::string> chunk_problem(const Chunk& chunk, std::size_t smallest_header,
                                         std::size_t end);

/// As chunk_problem(), but sizes need not be multiples of four: what a walk can step over.
std::optional<std::string> chunk_walk_problem(const Chunk& chunk, std::size_t smallest_header,
                                              std::size_t end);

}  // namespace loanlint::android
