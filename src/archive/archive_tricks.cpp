// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "archive/tricks.h"
#include "base/buffer.h"

namespace loanlint::archive {
namespace {

/// Comments of packages are empty, or hold the name of a channel.
constexpr std::uint16_t kLongComment = 4'096;

/// The trick that goes with a refusal, where it is one.
void note_refusal(const Directory& directory, TrickLog& log) {
  if (!directory.refusal) return;
  const std::string& key = directory.refusal->why.key;
  const std::uint64_t at = directory.refusal->offset;
  const std::vector<std::string>& args = directory.refusal->why.args;
  if (key == "refusal.bytes-after-end-record") {
    log.add("bytes-after-end-record", "", at, args.at(0) + " bytes");
  } else if (key == "refusal.bytes-before-archive") {
    log.add("bytes-before-archive", "", at, "");
  } else if (key == "refusal.record-missing" || key == "refusal.record-outside" ||
             key == "refusal.directory-outside") {
    const EndRecord& end = directory.end_records.front();
    const std::size_t found = directory.entries.size();
    if (end.records > found && !end.zip64) {
      log.add("record-count-differs", "", end.offset,
              std::to_string(end.records) + " counted, " + std::to_string(found) + " found");
    } else {
      log.add("wrong-directory-size", "", end.offset,
              std::to_string(end.directory_size) + " bytes at " + hex(end.directory_offset));
    }
  }
}

void note_end_records(const ByteSource& source, const Directory& directory, TrickLog& log) {
  const EndRecord& end = directory.end_records.front();
  if (end.disk != 0 || end.directory_disk != 0 || end.records_on_disk != end.records) {
    log.add("disk-number", "", end.offset,
            "disk " + std::to_string(end.disk) + ", directory on disk " +
                std::to_string(end.directory_disk) + ", " + std::to_string(end.records_on_disk) +
                " of " + std::to_string(end.records) + " records");
  }
  if (end.zip64) log.add("zip64", "", end.offset, "");
  if (end.comment_length >= kLongComment) {
    log.add("long-comment", "", end.offset, std::to_string(end.comment_length) + " bytes");
  }
  // Another one that a tool could take: it ends the file too, or stands behind the directory.
  const std::uint64_t directory_end = directory.offset + directory.bytes.size();
  for (std::size_t i = 1; i < directory.end_records.size(); ++i) {
    const EndRecord& other = directory.end_records[i];
    if (other.end() == source.size() || other.offset >= directory_end) {
      log.add("several-end-records", "", other.offset,
              "in use: " + hex(end.offset) + ", further: " + hex(other.offset));
    }
  }
}

/// What stands in the directory behind the records, and between the directory and its end record.
void note_rest(const ByteSource& source, const Directory& directory, TrickLog& log) {
  const Bytes rest = directory.bytes.subspan(directory.walked);
  const std::uint64_t at = directory.offset + directory.walked;
  if (rest.size() >= kCentralSize && u32_at(rest, 0) == kCentralSignature) {
    log.add("records-beyond-count", "", at,
            std::to_string(directory.entries.size()) + " counted, " + std::to_string(rest.size()) +
                " bytes of records behind them");
  } else if (!rest.empty()) {
    log.add("wrong-directory-size", "", at, std::to_string(rest.size()) + " bytes too many");
  }
  const std::uint64_t end = directory.offset + directory.bytes.size();
  if (directory.end.zip64 || end >= directory.end.offset) return;
  const std::uint64_t between = directory.end.offset - end;
  if (between >= kEnd64LocatorSize) {
    // A ZIP64 end record that nothing points at is common and harmless.
    Buffer scratch;
    const Bytes locator = source.read(directory.end.offset - kEnd64LocatorSize, 4, scratch,
                                      "bytes before the end record");
    if (u32_at(locator, 0) == kEnd64LocatorSignature) {
      log.add("zip64", "", directory.end.offset - kEnd64LocatorSize, "not in use");
      return;
    }
  }
  log.add("bytes-after-directory", "", end, std::to_string(between) + " bytes");
}

}  // namespace

void note_archive_tricks(const ByteSource& source, const Directory& directory, TrickLog& log) {
  for (const std::uint32_t later : directory.duplicates) {
    const Entry& entry = directory.entries[later];
    log.add("duplicate-entry", entry.name, entry.record_offset, "");
  }
  note_refusal(directory, log);
  if (directory.end_records.empty()) return;
  note_end_records(source, directory, log);
  if (!directory.refusal) note_rest(source, directory, log);
}

void note_overlaps(const Directory& directory, TrickLog& log) {
  const std::vector<Entry>& entries = directory.entries;
  const auto end_of = [&](std::uint32_t i) {
    const Entry& entry = entries[i];
    if (entry.data_offset == 0) return entry.header_offset;
    const std::uint64_t stored = entry.method == kDeflated ? entry.compressed_size : entry.size;
    return entry.data_offset + std::max(entry.compressed_size, stored);
  };
  const auto starts_before = [&](std::uint32_t left, std::uint32_t right) {
    return entries[left].header_offset < entries[right].header_offset;
  };
  std::vector<std::uint32_t> order(entries.size());
  std::iota(order.begin(), order.end(), 0U);
  if (!std::is_sorted(order.begin(), order.end(), starts_before)) {
    std::stable_sort(order.begin(), order.end(), starts_before);
  }
  std::uint32_t widest = order.front();
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Entry& entry = entries[order[i]];
    // Entries without a header of their own are told of by other tricks.
    if (entry.data_offset != 0 && entry.header_offset < end_of(widest)) {
      log.add("overlaid-sizes", entries[widest].name, entries[widest].record_offset,
              "reaches to " + hex(end_of(widest)) + ", over \"" + std::string(entry.name) +
                  "\" at " + hex(entry.header_offset));
    }
    if (end_of(order[i]) > end_of(widest)) widest = order[i];
  }
}

}  // namespace loanlint::archive
