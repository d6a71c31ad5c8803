// SPDX-License-Identifier: Apache-2.0
#include "archive/directory.h"

#include <algorithm>

#include "archive/salvage.h"
#include "archive/walk.h"
#include "archive/zip_format.h"
#include "base/buffer.h"
#include "base/error.h"

namespace loanlint::archive {
namespace {

constexpr std::uint64_t kMaxFile = std::uint64_t{256} << 30;  // of Android 11 and later
constexpr std::uint64_t kMaxOldFile = 0xffffffff;             // of Android 10

/// What Android finds wrong with the end record, before any central record is read.
std::optional<Refusal> check_end_record(const ByteSource& source, Directory& directory) {
  EndRecord& end = directory.end;
  if (source.size() > kMaxFile) return Refusal{0, {"refusal.file-too-large", {}}};
  if (source.size() > kMaxOldFile) directory.old_refusal = {0, {"refusal.file-too-large", {}}};
  if (end.end() != source.size()) {
    const std::uint64_t past = source.size() - std::min(source.size(), end.end());
    return Refusal{end.offset, {"refusal.bytes-after-end-record", {std::to_string(past)}}};
  }
  if (end.zip64) {
    directory.old_refusal = {end.offset, {"refusal.zip64", {}}};
    if (auto refusal = read_end_record64(source, end)) return refusal;
  } else if (end.directory_offset + end.directory_size > end.offset) {
    return Refusal{end.offset, {"refusal.directory-outside", {}}};
  }
  if (end.records == 0) return Refusal{end.offset, {"refusal.no-entries", {}}};
  return std::nullopt;
}

std::optional<Refusal> check_start(const ByteSource& source) {
  Buffer scratch;
  const Bytes start = source.read(0, 4, scratch, "first bytes");
  if (u32_at(start, 0) == kLocalSignature) return std::nullopt;
  return Refusal{0, {"refusal.bytes-before-archive", {}}};
}

void refuse(Directory& directory, std::optional<Refusal> refusal) {
  if (!directory.refusal) directory.refusal = std::move(refusal);
}

/// Android's own walk: from where the end record points, as many records as it counts.
void walk_as_android(const ByteSource& source, const Limits& limits, Directory& directory) {
  const EndRecord& end = directory.end;
  directory.offset = end.directory_offset;
  directory.bytes =
      source.read(end.directory_offset, end.directory_size, directory.storage, "central directory");
  refuse(directory, walk_records(directory, end.records, limits));
}

}  // namespace

Directory read_directory(const ByteSource& source, const Limits& limits) {
  Directory directory;
  directory.end_records = find_end_records(source);
  if (directory.end_records.empty()) {
    directory.refusal = {source.size(), {"refusal.no-end-record", {}}};
  } else {
    directory.end = directory.end_records.front();
    directory.refusal = check_end_record(source, directory);
    if (!directory.refusal) walk_as_android(source, limits, directory);
  }
  // A walk that ended early: look where ordinary tools look.
  if (directory.refusal) salvage_entries(source, limits, directory);
  if (directory.entries.empty()) {
    malformed(directory.refusal ? directory.refusal->offset : 0,
              directory.end_records.empty() ? "ZIP: no end record and no local header"
                                            : "ZIP: no entry can be found");
  }
  directory.index.build(directory.entries, directory.duplicates);
  if (!directory.duplicates.empty()) {
    const Entry& later = directory.entries[directory.duplicates.front()];
    refuse(directory,
           Refusal{later.record_offset, {"refusal.duplicate-entry", {std::string(later.name)}}});
  }
  refuse(directory, check_start(source));
  return directory;
}

}  // namespace loanlint::archive
