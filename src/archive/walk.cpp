// SPDX-License-Identifier: Apache-2.0
#include "archive/walk.h"

#include <algorithm>

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

}  // namespace

std::optional<Refusal> walk_records(Directory& directory, std::uint64_t count, std::uint64_t shift,
                                    const Limits& limits) {
  const Bytes bytes = directory.bytes;
  std::optional<Refusal> refusal;
  const auto refuse = [&](std::size_t at, const char* key, std::uint64_t number) {
    if (!refusal) refusal = {directory.offset + at, {key, {std::to_string(number)}}};
  };
  std::uint64_t expected = std::min<std::uint64_t>(count, bytes.size() / kCentralSize);
  directory.entries.reserve(std::min<std::uint64_t>(expected, limits.entries));
  std::size_t at = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    if (bytes.size() - at < kCentralSize) {
      refuse(at, "refusal.record-missing", i + 1);
      break;
    }
    const Bytes rest = bytes.subspan(at);
    if (u32_at(rest, 0) != kCentralSignature) {
      refuse(at, "refusal.record-missing", i + 1);
      break;
    }
    const CentralRecord record = read_central_record(rest);
    const std::size_t size = kCentralSize + record.name_length + record.extra_length;
    if (size + record.comment_length > rest.size()) {
      refuse(at, "refusal.record-outside", i + 1);
      break;
    }
    if (i == limits.entries) {
      throw LimitError(
          directory.offset + at, "entries",
          "central directory: more than " + std::to_string(limits.entries) + " entries");
    }
    Entry entry;
    entry.name = as_text(rest.subspan(kCentralSize, record.name_length));
    entry.method = record.method;
    entry.flags = record.flags;
    entry.crc = record.crc;
    entry.compressed_size = record.compressed_size;
    entry.size = record.size;
    entry.record_offset = directory.offset + at;
    entry.header_offset = record.header_offset;
    bool header_known = true;
    if (record.size == kIn64 || record.compressed_size == kIn64 || record.header_offset == kIn64) {
      resolve_sizes64(record, rest.subspan(kCentralSize + record.name_length, record.extra_length),
                      entry, header_known);
    }
    if (!header_known) refuse(at, "refusal.broken-zip64", i + 1);
    if (entry.header_offset >= directory.offset) refuse(at, "refusal.header-outside", i + 1);
    if (!is_android_name(entry.name)) refuse(at, "refusal.name-invalid", i + 1);
    entry.header_offset += shift;
    directory.entries.push_back(entry);
    at += size + record.comment_length;
  }
  directory.walked = at;
  return refusal;
}

}  // namespace loanlint::archive
