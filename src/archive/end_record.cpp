// SPDX-License-Identifier: Apache-2.0
#include "archive/end_record.h"

#include <algorithm>
#include <cstring>

#include "archive/zip_format.h"
#include "base/buffer.h"

namespace loanlint::archive {
namespace {

EndRecord read_end_record(Bytes bytes, std::uint64_t offset) {
  EndRecord record;
  record.offset = offset;
  record.disk = u16_at(bytes, 4);
  record.directory_disk = u16_at(bytes, 6);
  record.records_on_disk = u16_at(bytes, 8);
  record.records = u16_at(bytes, 10);
  record.directory_size = u32_at(bytes, 12);
  record.directory_offset = u32_at(bytes, 16);
  record.comment_length = u16_at(bytes, 20);
  record.zip64 = record.directory_size == kIn64 || record.directory_offset == kIn64;
  return record;
}

}  // namespace

std::vector<EndRecord> find_end_records(const ByteSource& source) {
  std::vector<EndRecord> found;
  if (source.size() < kEndSize) return found;
  Buffer scratch;
  const std::size_t size = std::min<std::uint64_t>(source.size(), kMaxComment + kEndSize);
  const std::uint64_t start = source.size() - size;
  const Bytes tail = source.read(start, size, scratch, "end record");
  // Backwards over the last byte of the signature, the rarest of the four in a directory.
  const std::uint8_t* const first = tail.data();
  std::size_t left = size - kEndSize + 4;
  while (left >= 4 && found.size() < kMaxEndRecords) {
    const void* hit = ::memrchr(first + 3, 0x06, left - 3);
    if (hit == nullptr) break;
    const auto last = static_cast<std::size_t>(static_cast<const std::uint8_t*>(hit) - first);
    const std::size_t at = last - 3;
    if (u32_at(tail, at) == kEndSignature) {
      found.push_back(read_end_record(tail.subspan(at), start + at));
    }
    left = last;
  }
  return found;
}

std::optional<Refusal> read_end_record64(const ByteSource& source, EndRecord& record) {
  const auto refuse = [](std::uint64_t offset) {
    return Refusal{offset, {"refusal.broken-zip64", {}}};
  };
  if (record.offset <= kEnd64LocatorSize) return refuse(record.offset);
  Buffer scratch;
  const std::uint64_t locator_offset = record.offset - kEnd64LocatorSize;
  const Bytes locator = source.read(locator_offset, kEnd64LocatorSize, scratch, "ZIP64 locator");
  if (u32_at(locator, 0) != kEnd64LocatorSignature) return refuse(locator_offset);
  const std::uint64_t offset = u64_at(locator, 8);
  if (locator_offset <= kEnd64Size || offset > locator_offset - kEnd64Size) {
    return refuse(locator_offset);
  }
  const Bytes bytes = source.read(offset, kEnd64Size, scratch, "ZIP64 end record");
  if (u32_at(bytes, 0) != kEnd64Signature) return refuse(offset);
  const std::uint64_t directory_size = u64_at(bytes, 40);
  const std::uint64_t directory_offset = u64_at(bytes, 48);
  if (offset <= directory_size || directory_offset > offset - directory_size) return refuse(offset);
  record.records = u64_at(bytes, 32);
  record.directory_size = directory_size;
  record.directory_offset = directory_offset;
  return std::nullopt;
}

}  // namespace loanlint::archive
