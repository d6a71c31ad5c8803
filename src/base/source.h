// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/buffer.h"
#include "base/bytes.h"

namespace loanlint {

/// Where a package's bytes come from: a file, or memory (an archive inside an archive).
///
/// Files are read, never mapped: one that shrinks while it is read ends in a FormatError, not
/// in a signal.
class ByteSource {
 public:
  virtual ~ByteSource() = default;

  virtual std::uint64_t size() const = 0;

  /// The bytes [offset, offset + size). The view points into memory of the source's own, or into
  /// `scratch`, and holds until either goes or `scratch` is used again. Throws FormatError, naming
  /// `field`, when the bytes are not there.
  virtual Bytes read(std::uint64_t offset, std::size_t size, Buffer& scratch,
                     const char* field) const = 0;
};

/// Opens a regular file for reading. Throws UsageError when `path` cannot be opened, or is a
/// folder, a FIFO or a device.
std::unique_ptr<ByteSource> open_file(const std::string& path);

/// A source over bytes that the caller keeps alive.
std::unique_ptr<ByteSource> view_bytes(Bytes bytes);

/// A source that owns its bytes.
std::unique_ptr<ByteSource> own_bytes(Buffer bytes);

/// The bytes [offset, offset + size) of `whole`, which must outlive the part.
std::unique_ptr<ByteSource> part_of(const ByteSource& whole, std::uint64_t offset,
                                    std::uint64_t size);

/// All bytes of `source`; a LimitError ("entry_bytes") when there are more than `limit`.
Buffer read_all(const ByteSource& source, std::size_t limit);

/// SHA-256 of all bytes, read in pieces.
std::string sha256_hex(const ByteSource& source);

}  // namespace loanlint
