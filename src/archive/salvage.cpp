// SPDX-License-Identifier: Apache-2.0
#include "archive/salvage.h"

#include <algorithm>
#include <cstring>

#include "archive/walk.h"
#include "archive/zip_format.h"
#include "base/buffer.h"
#include "base/error.h"

namespace loanlint::archive {
namespace {

/// The records from `start` to the end record, however many there are.
bool walk_from(const ByteSource& source, const Limits& limits, const EndRecord& end,
               std::uint64_t start, std::uint64_t shift, Directory& directory) {
  if (start >= end.offset) return false;
  Buffer storage;
  const Bytes bytes = source.read(start, end.offset - start, storage, "central directory");
  if (bytes.size() < kCentralSize || u32_at(bytes, 0) != kCentralSignature) return false;
  Directory found;
  found.bytes = bytes;
  found.offset = start;
  walk_leniently(found, shift, limits);
  if (found.entries.size() <= directory.entries.size()) return false;
  directory.entries = std::move(found.entries);
  directory.storage = std::move(storage);
  directory.bytes = bytes;
  directory.offset = start;
  directory.end = end;
  return true;
}

bool walk_before(const ByteSource& source, const Limits& limits, const EndRecord& end,
                 Directory& directory) {
  if (walk_from(source, limits, end, end.directory_offset, 0, directory)) return true;
  // Something stands before the archive: offsets count from its own start.
  if (end.zip64 || end.directory_size > end.offset) return false;
  const std::uint64_t start = end.offset - end.directory_size;
  if (start <= end.directory_offset) return false;
  return walk_from(source, limits, end, start, start - end.directory_offset, directory);
}

/// Offset of the next signature `PK\3\4` at or after `from`, or the size of `bytes`.
std::size_t next_local_header(Bytes bytes, std::size_t from) {
  while (from + kLocalSize <= bytes.size()) {
    const void* hit = std::memchr(bytes.data() + from, 'P', bytes.size() - kLocalSize + 1 - from);
    if (hit == nullptr) break;
    from = static_cast<std::size_t>(static_cast<const std::uint8_t*>(hit) - bytes.data());
    if (u32_at(bytes, from) == kLocalSignature) return from;
    ++from;
  }
  return bytes.size();
}

/// A file without any directory, as a broken download leaves it: each local header is an entry.
void scan_local_headers(const ByteSource& source, const Limits& limits, Directory& directory) {
  if (source.size() > limits.entry_bytes) {
    throw LimitError(0, "entry_bytes",
                     "file without a directory: " + std::to_string(source.size()) +
                         " bytes, the limit is " + std::to_string(limits.entry_bytes));
  }
  Buffer scratch;
  const Bytes bytes = source.read(0, source.size(), scratch, "file");
  for (std::size_t at = next_local_header(bytes, 0); at < bytes.size();) {
    const LocalHeader header = read_local_header(bytes.subspan(at));
    const std::size_t name_end = at + kLocalSize + header.name_length;
    const std::size_t data = name_end + header.extra_length;
    if (data > bytes.size()) break;
    if (directory.entries.size() == limits.entries) {
      throw LimitError(at, "entries",
                       "local headers: more than " + std::to_string(limits.entries) + " entries");
    }
    Entry entry;
    entry.name =
        directory.names.emplace_back(as_text(bytes.subspan(at + kLocalSize, header.name_length)));
    entry.name_traits = name_traits(entry.name);
    entry.method = header.method;
    entry.flags = header.flags;
    entry.crc = header.crc;
    entry.compressed_size = header.compressed_size;
    entry.size = header.size;
    entry.header_offset = at;
    const bool sized = (header.flags & kFlagDescriptor) == 0 || header.compressed_size != 0;
    const bool fits = sized && header.compressed_size <= bytes.size() - data;
    const std::size_t next = next_local_header(bytes, fits ? data + header.compressed_size : data);
    if (!fits) entry.compressed_size = next - data;
    directory.entries.push_back(entry);
    at = next;
  }
}

}  // namespace

void salvage_entries(const ByteSource& source, const Limits& limits, Directory& directory) {
  for (const EndRecord& end : directory.end_records) {
    if (walk_before(source, limits, end, directory)) return;
    if (!directory.entries.empty()) return;
  }
  directory.bytes = {};
  directory.offset = source.size();
  scan_local_headers(source, limits, directory);
}

}  // namespace loanlint::archive
