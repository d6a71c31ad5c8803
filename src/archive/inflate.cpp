// SPDX-License-Identifier: Apache-2.0
#include "archive/inflate.h"

#include <libdeflate.h>
#define ZLIB_CONST  // input is const
#include <zlib.h>

#include <limits>
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

/// A zlib stream for raw deflate, set up once per thread.
class ZlibStream {
 public:
  ZlibStream() {
    if (inflateInit2(&stream_, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
  }
  ~ZlibStream() { inflateEnd(&stream_); }
  ZlibStream(const ZlibStream&) = delete;
  ZlibStream& operator=(const ZlibStream&) = delete;

  bool gives(Bytes in, std::span<std::uint8_t> out) {
    inflateReset(&stream_);
    stream_.next_in = in.data();
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = out.data();
    stream_.avail_out = static_cast<uInt>(out.size());
    return ::inflate(&stream_, Z_FINISH) == Z_STREAM_END && stream_.avail_out == 0;
  }

 private:
  z_stream stream_ = {};
};

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

bool zlib_takes(Bytes in, std::size_t size, std::vector<std::uint8_t>& scratch) {
  constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
  if (in.size() > kMost || size >= kMost) return false;
  if (scratch.size() < size + 1) scratch.resize(size + 1);  // never an empty buffer
  thread_local ZlibStream stream;
  return stream.gives(in, std::span(scratch).first(size));
}

std::uint32_t crc32(Bytes bytes) {
  return libdeflate_crc32(0, bytes.empty() ? nullptr : bytes.data(), bytes.size());
}

}  // namespace loanlint::archive
