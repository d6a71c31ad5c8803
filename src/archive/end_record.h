// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/source.h"
#include "findings/message.h"

namespace loanlint::archive {

/// Why Android would not take something, and where in the file.
struct Refusal {
  std::uint64_t offset = 0;
  findings::Message why = {};  ///< "refusal.…" of rules/text/archive.json

  friend auto operator<=>(const Refusal&, const Refusal&) = default;
};

/// The end-of-central-directory record, with the values of its 64-bit twin once these are read.
struct EndRecord {
  std::uint64_t offset = 0;
  std::uint16_t disk = 0;
  std::uint16_t directory_disk = 0;
  std::uint16_t records_on_disk = 0;
  std::uint64_t records = 0;
  std::uint64_t directory_size = 0;
  std::uint64_t directory_offset = 0;
  std::uint16_t comment_length = 0;
  bool zip64 = false;  ///< size or offset is in the 64-bit record

  std::uint64_t end() const { return offset + 22 + comment_length; }
};

/// Every end record in the last 65,557 bytes, last one first: Android takes the first of these
/// and no other. At most `kMaxEndRecords` are given.
std::vector<EndRecord> find_end_records(const ByteSource& source);

inline constexpr std::size_t kMaxEndRecords = 16;

/// Replaces the values of `record` by those of the 64-bit record that goes with it; says why not
/// when Android (11 and later) finds fault with it.
std::optional<Refusal> read_end_record64(const ByteSource& source, EndRecord& record);

}  // namespace loanlint::archive
