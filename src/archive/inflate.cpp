// SPDX-License-Identifier: Apache-2.0
#include "archive/inflate.h"

#include <libdeflate.h>
#define ZLIB_CONST  // input is const
#include <zlib.h>

#include <algorithm>
#include <array>
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

  static ZlibStream& fresh() {
    thread_local ZlibStream stream;
    inflateReset(&stream.stream_);
    stream.stream_.avail_in = 0;
    return stream;
  }

  bool has_input() const { return stream_.avail_in > 0; }
  void feed(Bytes piece) {
    stream_.next_in = piece.data();
    stream_.avail_in = static_cast<uInt>(piece.size());
  }

  /// Inflates what it was fed with into `out`, as far as both go; gives zlib's status.
  int run(std::span<std::uint8_t> out, std::size_t& written) {
    const auto room = static_cast<uInt>(std::min<std::size_t>(out.size(), kMost));
    stream_.next_out = out.data();
    stream_.avail_out = room;
    const int status = ::inflate(&stream_, Z_NO_FLUSH);
    written = room - stream_.avail_out;
    return status;
  }

  static constexpr std::size_t kMost = std::numeric_limits<uInt>::max();

 private:
  z_stream stream_ = {};
};

/// Z_BUF_ERROR only says that input or room is used up.
bool goes_on(int status) { return status == Z_OK || status == Z_BUF_ERROR; }

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

Inflated inflate_pieces(const std::function<Bytes()>& next, std::span<std::uint8_t> out) {
  // zlib wants some address even for no room at all.
  std::uint8_t nowhere = 0;
  ZlibStream& stream = ZlibStream::fresh();
  std::size_t size = 0;
  for (;;) {
    if (!stream.has_input()) {
      const Bytes piece = next();
      if (piece.empty())
        return {size == out.size() ? InflateEnd::more_room : InflateEnd::bad_data, 0};
      stream.feed(piece);
    }
    const std::span<std::uint8_t> room = out.subspan(size);
    std::size_t written = 0;
    const int status = stream.run(room.empty() ? std::span(&nowhere, 0) : room, written);
    size += written;
    if (status == Z_STREAM_END) return {InflateEnd::complete, size};
    if (!goes_on(status)) return {InflateEnd::bad_data, 0};
    if (stream.has_input() && size == out.size()) return {InflateEnd::more_room, 0};
  }
}

bool zlib_takes(Bytes in, std::uint64_t size) {
  if (in.size() > ZlibStream::kMost) return false;
  std::array<std::uint8_t, 32 * 1024> out;
  ZlibStream& stream = ZlibStream::fresh();
  stream.feed(in);
  for (std::uint64_t done = 0; done <= size;) {
    std::size_t written = 0;
    const int status = stream.run(out, written);
    done += written;
    if (status == Z_STREAM_END) return done == size;
    if (!goes_on(status) || (written < out.size() && !stream.has_input())) return false;
  }
  return false;
}

std::uint32_t crc32(Bytes bytes) {
  return libdeflate_crc32(0, bytes.empty() ? nullptr : bytes.data(), bytes.size());
}

}  // namespace loanlint::archive
