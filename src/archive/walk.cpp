// SPDX-License-Identifier: Apache-2.0
#include "archive/walk.h"

#include <algorithm>
#include <cstring>

#include "archive/zip_format.h"
#include "base/error.h"

namespace loanlint::archive {
namespace {

/// Resolves the values of `record` that stand in its 64-bit extra field.
void resolve_sizes64(const CentralRecord& record, Bytes extra, Entry& entry, bool& header_known) {
  const auto sizes = find_sizes64(extra, record.size, record.compressed_size, record.header_offset);
  header_known = sizes.has_value() || record.header_offset != kIn64;
  if (!sizes) {
    entry.problem = EntryProblem::broken_zip64;
    return;
  }
  entry.size = sizes->size.value_or(entry.size);
  entry.compressed_size = sizes->compressed_size.value_or(entry.compressed_size);
  entry.header_offset = sizes->header_offset.value_or(entry.header_offset);
}

/// Reads the record at `at`. `rest` are the bytes of the directory from there on, at least
/// kCentralSize, and hold its name and extra field.
Entry read_entry(Bytes rest, const CentralRecord& record, std::uint64_t offset,
                 bool& header_known) {
  Entry entry;
  entry.name = as_text(rest.subspan(kCentralSize, record.name_length));
  entry.name_traits = name_traits(entry.name);
  entry.method = record.method;
  entry.flags = record.flags;
  entry.crc = record.crc;
  entry.compressed_size = record.compressed_size;
  entry.size = record.size;
  entry.record_offset = offset;
  entry.header_offset = record.header_offset;
  header_known = true;
  if (record.size == kIn64 || record.compressed_size == kIn64 || record.header_offset == kIn64) {
    resolve_sizes64(record, rest.subspan(kCentralSize + record.name_length, record.extra_length),
                    entry, header_known);
  }
  return entry;
}

void check_count(const Directory& directory, std::size_t at, const Limits& limits) {
  if (directory.entries.size() < limits.entries) return;
  throw LimitError(directory.offset + at, "entries",
                   "central directory: more than " + std::to_string(limits.entries) + " entries");
}

/// Where the next signature of a central record stands at or after `from`; the size of `bytes`
/// when there is none with a whole record behind it.
std::size_t next_record(Bytes bytes, std::size_t from) {
  while (from + kCentralSize <= bytes.size()) {
    const void* hit = std::memchr(bytes.data() + from, 'P', bytes.size() - kCentralSize + 1 - from);
    if (hit == nullptr) break;
    from = static_cast<std::size_t>(static_cast<const std::uint8_t*>(hit) - bytes.data());
    if (u32_at(bytes, from) == kCentralSignature) return from;
    ++from;
  }
  return bytes.size();
}

}  // namespace

std::optional<Refusal> walk_records(Directory& directory, std::uint64_t count,
                                    const Limits& limits) {
  const Bytes bytes = directory.bytes;
  std::optional<Refusal> refusal;
  std::size_t at = 0;
  std::uint64_t number = 1;
  const auto refuse = [&](const char* key) {
    if (!refusal) refusal = {directory.offset + at, {key, {std::to_string(number)}}};
  };
  // A count is believed as far as the bytes go.
  directory.entries.reserve(
      std::min<std::uint64_t>({count, bytes.size() / kCentralSize, limits.entries}));
  for (; number <= count; ++number) {
    const Bytes rest = bytes.subspan(at);
    if (rest.size() < kCentralSize || u32_at(rest, 0) != kCentralSignature) {
      refuse("refusal.record-missing");
      break;
    }
    const CentralRecord record = read_central_record(rest);
    const std::size_t size =
        kCentralSize + record.name_length + record.extra_length + record.comment_length;
    if (size > rest.size()) {
      refuse("refusal.record-outside");
      break;
    }
    check_count(directory, at, limits);
    bool header_known = true;
    const Entry entry = read_entry(rest, record, directory.offset + at, header_known);
    if (!header_known) refuse("refusal.broken-zip64");
    if (entry.header_offset >= directory.offset) refuse("refusal.header-outside");
    if ((entry.name_traits & (kNameHigh | kNameNul)) != 0 && !is_android_name(entry.name)) {
      refuse("refusal.name-invalid");
    }
    directory.entries.push_back(entry);
    at += size;
  }
  directory.walked = at;
  return refusal;
}

void walk_leniently(Directory& directory, std::uint64_t shift, const Limits& limits) {
  const Bytes bytes = directory.bytes;
  for (std::size_t at = next_record(bytes, 0); at < bytes.size();) {
    const Bytes rest = bytes.subspan(at);
    CentralRecord record = read_central_record(rest);
    const std::size_t name_end = kCentralSize + record.name_length;
    if (name_end > rest.size()) {
      at = next_record(bytes, at + kCentralSize);
      continue;
    }
    const std::size_t size = name_end + record.extra_length + record.comment_length;
    const bool followed = size == rest.size() || (size + kCentralSize <= rest.size() &&
                                                  u32_at(rest, size) == kCentralSignature);
    if (name_end + record.extra_length > rest.size()) record.extra_length = 0;
    check_count(directory, at, limits);
    bool header_known = true;
    Entry entry = read_entry(rest, record, directory.offset + at, header_known);
    entry.header_offset += shift;
    directory.entries.push_back(entry);
    at = followed ? at + size : next_record(bytes, at + name_end);
  }
}

}  // namespace loanlint::archive
