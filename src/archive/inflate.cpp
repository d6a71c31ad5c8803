// SPDX-License-Identifier: Apache-2.0
#include "archive/inflate.h"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace loanlint::archive {
namespace {

struct FreeDecompressor {
  void operator()(libdeflate_decompressor* decompressor) const {
    libdeflate_free_decompressor(decompressor);
  }
};

libdeflate_decompressor* decompressor() {
  thread_local const std::unique_ptr<libdeflate_decompressor, FreeDecompressor> own(
      libdeflate_alloc_decompressor());
  if (!own) throw std::bad_alloc();
  return own.get();
}

}  // namespace

Inflated inflate(Bytes in, std::span<std::uint8_t> out) {
  // libdeflate wants some address even for no room at all.
  std::uint8_t nowhere = 0;
  std::size_t size = 0;
  switch (libdeflate_deflate_decompress(decompressor(), in.data(), in.size(),
                                        out.empty() ? &nowhere : out.data(), out.size(), &size)) {
    case LIBDEFLATE_SUCCESS:
      return {InflateEnd::complete, size};
    case LIBDEFLATE_INSUFFICIENT_SPACE:
      return {InflateEnd::more_room, 0};
    default:
      return {InflateEnd::bad_data, 0};
  }
}

std::uint32_t crc32(Bytes bytes) {
  return libdeflate_crc32(0, bytes.empty() ? nullptr : bytes.data(), bytes.size());
}

}  // namespace loanlint::archive
