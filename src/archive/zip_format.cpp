// SPDX-License-Identifier: Apache-2.0
#include "archive/zip_format.h"

namespace loanlint::archive {

LocalHeader read_local_header(Bytes bytes) {
  const auto fixed = bytes.first<kLocalSize>();
  return {.version_needed = u16_at(fixed, 4),
          .flags = u16_at(fixed, 6),
          .method = u16_at(fixed, 8),
          .crc = u32_at(fixed, 14),
          .compressed_size = u32_at(fixed, 18),
          .size = u32_at(fixed, 22),
          .name_length = u16_at(fixed, 26),
          .extra_length = u16_at(fixed, 28)};
}

CentralRecord read_central_record(Bytes bytes) {
  const auto fixed = bytes.first<kCentralSize>();
  return {.version_needed = u16_at(fixed, 6),
          .flags = u16_at(fixed, 8),
          .method = u16_at(fixed, 10),
          .crc = u32_at(fixed, 16),
          .compressed_size = u32_at(fixed, 20),
          .size = u32_at(fixed, 24),
          .name_length = u16_at(fixed, 28),
          .extra_length = u16_at(fixed, 30),
          .comment_length = u16_at(fixed, 32),
          .disk = u16_at(fixed, 34),
          .header_offset = u32_at(fixed, 42)};
}

std::optional<Sizes64> find_sizes64(Bytes extra, std::uint32_t size, std::uint32_t compressed_size,
                                    std::optional<std::uint32_t> header_offset) {
  constexpr std::size_t kFieldHeader = 4;
  while (extra.size() > kFieldHeader) {
    const std::uint16_t id = u16_at(extra, 0);
    std::size_t length = u16_at(extra, 2);
    extra = extra.subspan(kFieldHeader);
    if (length > extra.size()) return std::nullopt;
    if (id != 0x0001) {
      extra = extra.subspan(length);
      continue;
    }
    // With all three values and a disk number the latter is ignored.
    if (length == 3 * 8 + 4) length -= 4;
    const bool all = length == 3 * 8;
    Sizes64 sizes;
    std::size_t taken = 0;
    const auto take = [&](bool wanted, std::optional<std::uint64_t>& value) {
      if (!wanted && !all) return true;
      if (extra.size() - taken < 8) return false;
      value = u64_at(extra, taken);
      taken += 8;
      return true;
    };
    if (!take(size == kIn64, sizes.size) ||
        !take(compressed_size == kIn64, sizes.compressed_size) ||
        !take(header_offset == kIn64, sizes.header_offset)) {
      return std::nullopt;
    }
    if (taken == 0 || taken != length) return std::nullopt;
    return sizes;
  }
  return std::nullopt;
}

bool looks_like_zip(Bytes bytes) {
  if (bytes.size() < 4) return false;
  const std::uint32_t signature = u32_at(bytes, 0);
  return signature == kLocalSignature || (signature == kEndSignature && bytes.size() >= kEndSize);
}

}  // namespace loanlint::archive
