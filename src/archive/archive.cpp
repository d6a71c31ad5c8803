// SPDX-License-Identifier: Apache-2.0
#include "archive/archive.h"

#include <algorithm>
#include <string>

#include "archive/inflate.h"
#include "archive/local.h"
#include "archive/tricks.h"
#include "archive/zip_format.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/printable.h"

namespace loanlint::archive {
namespace {

/// Android maps stored entries, and a map goes on with zeros to the end of its last page.
constexpr std::uint64_t kPage = 4'096;
/// CRCs of larger entries are not checked: nothing Android does depends on them.
constexpr std::size_t kCheckedCrc = kMiB;
/// Deflate streams up to this size are held while they are inflated; longer ones are read piece by
/// piece, so that memory goes to what comes out.
constexpr std::size_t kHeldStream = 16 * kMiB;
constexpr std::size_t kPiece = kMiB;

[[noreturn]] void unreadable(const Entry& entry, std::uint64_t offset, const std::string& problem) {
  malformed(offset, printable(entry.name) + ": " + problem);
}

std::span<std::uint8_t> room(Buffer& buffer, std::uint64_t size) {
  if (buffer.size() < size) {
    buffer.clear();  // growing must not copy the old bytes
    buffer.resize(size);
  }
  return std::span(buffer).first(size);
}

}  // namespace

Archive::Archive(const ByteSource& source, const Limits& limits, Directory directory)
    : source_(&source),
      limits_(limits),
      directory_(std::move(directory)),
      log_(limits.evidence_per_fact) {
  Buffer scratch;
  for (Entry& entry : directory_.entries) {
    const auto local = check_local_header(source, directory_.offset, entry, scratch);
    note_entry_tricks(directory_, entry, local, log_);
  }
  note_overlaps(directory_, log_);
  note_archive_tricks(source, directory_, log_);
}

Archive Archive::open(const ByteSource& source, const Limits& limits) {
  return Archive(source, limits, read_directory(source, limits));
}

const Entry* Archive::find(std::string_view name) const {
  const std::int64_t i = directory_.index.find(directory_.entries, name);
  return i < 0 ? nullptr : &directory_.entries[static_cast<std::size_t>(i)];
}

Bytes Archive::read(const Entry& entry, Buffer& buffer, As as) const {
  if (as == As::salvage || refusal()) return read_salvage(entry, buffer);
  if (entry.problem != EntryProblem::none) {
    unreadable(entry, entry.header_offset, text(entry.problem));
  }
  if (as == As::code && entry.method != kStored && entry.method != kDeflated) {
    unreadable(entry, entry.record_offset,
               "compression method " + std::to_string(entry.method) + " for code");
  }
  const Bytes bytes =
      entry.method == kDeflated ? read_deflated(entry, buffer) : read_stored(entry, buffer);
  if (bytes.size() <= kCheckedCrc) {
    const std::uint32_t crc = crc32(bytes);
    if (crc != entry.crc) {
      log_.add_once("wrong-crc", entry.name, entry.record_offset,
                    "declared " + hex(entry.crc) + ", computed " + hex(crc));
    }
  }
  return bytes;
}

void Archive::spend(const Entry& entry, std::uint64_t size) const {
  const auto limit = [&](const char* name, std::size_t value) {
    throw LimitError(entry.data_offset, name,
                     printable(entry.name) + ": " + std::to_string(size) + " bytes, the limit is " +
                         std::to_string(value));
  };
  if (size > limits_.entry_bytes) limit("entry_bytes", limits_.entry_bytes);
  if (size > limits_.package_bytes - std::min<std::uint64_t>(spent_, limits_.package_bytes)) {
    limit("package_bytes", limits_.package_bytes);
  }
  spent_ += size;
}

bool Archive::opens_in_place(const Entry& entry) const {
  return !refusal() && entry.problem == EntryProblem::none && entry.method == kStored;
}

std::unique_ptr<ByteSource> Archive::open_entry(const Entry& entry) const {
  if (opens_in_place(entry)) {
    spend(entry, entry.size);
    return part_of(*source_, entry.data_offset, entry.size);
  }
  Buffer buffer;
  const Bytes bytes = read(entry, buffer);
  if (bytes.data() != buffer.data()) return own_bytes({bytes.begin(), bytes.end()});
  buffer.resize(bytes.size());
  return own_bytes(std::move(buffer));
}

Bytes Archive::read_stored(const Entry& entry, Buffer& buffer) const {
  const std::uint64_t file = source_->size();
  const std::uint64_t last_page = (file + kPage - 1) / kPage * kPage;
  if (entry.data_offset > file || entry.size > last_page - entry.data_offset) {
    unreadable(entry, entry.data_offset, text(EntryProblem::data_outside));
  }
  spend(entry, entry.size);
  const std::uint64_t there = std::min(entry.size, file - entry.data_offset);
  const Bytes bytes = source_->read(entry.data_offset, there, buffer, "entry");
  if (there == entry.size) return bytes;
  Buffer padded(bytes.begin(), bytes.end());
  padded.resize(entry.size, 0);
  buffer = std::move(padded);
  return buffer;
}

Inflated Archive::inflate_at(std::uint64_t offset, std::uint64_t size,
                             std::span<std::uint8_t> out) const {
  if (size <= kHeldStream) return inflate(source_->read(offset, size, compressed_, "entry"), out);
  const auto next = [&] {
    const std::size_t piece = std::min<std::uint64_t>(size, kPiece);
    const Bytes bytes = source_->read(offset, piece, compressed_, "entry");
    offset += piece;
    size -= piece;
    return bytes;
  };
  return inflate_pieces(next, out);
}

Bytes Archive::read_deflated(const Entry& entry, Buffer& buffer) const {
  const auto differs = [&](const std::string& found) {
    log_.add_once("inflated-size-differs", entry.name, entry.record_offset,
                  "declared " + std::to_string(entry.size) + ", " + found);
    unreadable(entry, entry.data_offset,
               "declared to inflate to " + std::to_string(entry.size) + " bytes: " + found);
  };
  // Checked first, so that no memory is taken for a size that cannot be true.
  if (entry.size > max_inflated(entry.compressed_size)) {
    differs("impossible for " + std::to_string(entry.compressed_size) + " compressed bytes");
  }
  spend(entry, entry.size);
  const std::span<std::uint8_t> out = room(buffer, entry.size);
  const Inflated inflated = inflate_at(entry.data_offset, entry.compressed_size, out);
  if (inflated.end == InflateEnd::bad_data) {
    unreadable(entry, entry.data_offset, "not a deflate stream, or cut short");
  }
  if (inflated.end == InflateEnd::more_room) differs("there is more");
  if (inflated.size != entry.size) differs("there are " + std::to_string(inflated.size));
  // Whether Android reads the manifest decides all: here the last word is zlib's.
  if (entry.name == kManifest && entry.compressed_size <= kHeldStream &&
      !zlib_takes(source_->read(entry.data_offset, entry.compressed_size, compressed_, "entry"),
                  entry.size)) {
    unreadable(entry, entry.data_offset, "a deflate stream that zlib does not take");
  }
  return out;
}

Bytes Archive::read_salvage(const Entry& entry, Buffer& buffer) const {
  const std::uint64_t file = source_->size();
  if (entry.data_offset == 0 || entry.data_offset > file) {
    unreadable(entry, entry.header_offset, text(EntryProblem::no_header));
  }
  const std::uint64_t left = file - entry.data_offset;
  if (entry.method != kDeflated) {
    const std::uint64_t size = std::min(left, entry.size != 0 ? entry.size : entry.compressed_size);
    spend(entry, size);
    return source_->read(entry.data_offset, size, buffer, "entry");
  }
  const std::uint64_t in_size = std::min(left, entry.compressed_size);
  const std::uint64_t most = std::min<std::uint64_t>(max_inflated(in_size), limits_.entry_bytes);
  for (std::uint64_t size = std::clamp<std::uint64_t>(entry.size, 1, most);;
       size = std::min(size * 2, most)) {
    const std::span<std::uint8_t> out = room(buffer, size);
    const Inflated inflated = inflate_at(entry.data_offset, in_size, out);
    if (inflated.end == InflateEnd::complete) {
      spend(entry, inflated.size);
      return out.first(inflated.size);
    }
    if (inflated.end == InflateEnd::more_room && size == limits_.entry_bytes) {
      spend(entry, size + 1);
    }
    if (inflated.end == InflateEnd::bad_data || size == most) {
      unreadable(entry, entry.data_offset, "not a deflate stream, or cut short");
    }
  }
}

}  // namespace loanlint::archive
