// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "base/bytes.h"

namespace loanlint::archive {

enum class InflateEnd : std::uint8_t {
  complete,   ///< the stream ended
  more_room,  ///< the stream goes on past `out`
  bad_data,   ///< not a deflate stream, or cut short
};

struct Inflated {
  InflateEnd end;
  std::size_t size;  ///< bytes written; 0 unless complete
};

/// Inflates one raw deflate stream from the front of `in`; bytes after its end are ignored.
Inflated inflate(Bytes in, std::span<std::uint8_t> out);

/// As inflate(), for a stream that is too large to be held: `next` gives its pieces one by one,
/// each until the next is asked for, and an empty one at the end.
Inflated inflate_pieces(const std::function<Bytes()>& next, std::span<std::uint8_t> out);

/// Whether zlib, which is what Android has, inflates `in` to exactly `size` bytes. It refuses
/// streams that libdeflate takes: length codes 286 and 287, distance codes 30 and 31, codes with
/// unused bits.
bool zlib_takes(Bytes in, std::uint64_t size);

/// The CRC-32 that ZIP uses.
std::uint32_t crc32(Bytes bytes);

/// No deflate stream of `size` bytes inflates to more than this.
constexpr std::uint64_t max_inflated(std::uint64_t size) { return size * 1032 + 1032; }

}  // namespace loanlint::archive
