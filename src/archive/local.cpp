// SPDX-License-Identifier: Apache-2.0
#include "archive/local.h"

#include <algorithm>

#include "base/buffer.h"

namespace loanlint::archive {
namespace {

/// Sizes that a local header gives, 64-bit ones included.
struct LocalSizes {
  std::uint64_t compressed_size;
  std::uint64_t size;
};

std::optional<LocalSizes> local_sizes(const ByteSource& source, std::uint64_t directory_offset,
                                      std::uint64_t extra_offset, const LocalHeader& header) {
  if (header.size != kIn64 && header.compressed_size != kIn64) {
    return LocalSizes{header.compressed_size, header.size};
  }
  if (header.size != header.compressed_size) return std::nullopt;
  if (extra_offset > directory_offset || header.extra_length > directory_offset - extra_offset) {
    return std::nullopt;
  }
  Buffer scratch;
  const Bytes extra = source.read(extra_offset, header.extra_length, scratch, "local extra field");
  const auto sizes = find_sizes64(extra, header.size, header.compressed_size, std::nullopt);
  if (!sizes) return std::nullopt;
  return LocalSizes{*sizes->compressed_size, *sizes->size};
}

/// What Android finds wrong, in its order. `name` are the bytes after the header, as many as
/// there are.
EntryProblem find_problem(const ByteSource& source, std::uint64_t directory_offset,
                          const Entry& entry, const LocalHeader& header, std::string_view name) {
  if (header.name_length != entry.name.size()) return EntryProblem::name_differs;
  if (name.size() != entry.name.size()) return EntryProblem::data_outside;
  if (name != entry.name) return EntryProblem::name_differs;
  const auto sizes = local_sizes(source, directory_offset,
                                 entry.header_offset + kLocalSize + header.name_length, header);
  if (!sizes) return EntryProblem::broken_zip64;
  const bool same = sizes->compressed_size == entry.compressed_size && sizes->size == entry.size &&
                    header.crc == entry.crc;
  if ((header.flags & kFlagDescriptor) == 0 && !same) return EntryProblem::sizes_differ;
  if (entry.data_offset > directory_offset) return EntryProblem::data_outside;
  const std::uint64_t room = directory_offset - entry.data_offset;
  if (entry.compressed_size > room) return EntryProblem::data_outside;
  if (entry.method == kStored && entry.size > room) return EntryProblem::data_outside;
  if (entry.compressed_size > kIn64 || entry.size > kIn64) return EntryProblem::too_large;
  return EntryProblem::none;
}

}  // namespace

std::optional<LocalHeader> check_local_header(const ByteSource& source,
                                              std::uint64_t directory_offset, Entry& entry,
                                              Buffer& scratch) {
  const auto note = [&](EntryProblem problem) {
    if (entry.problem == EntryProblem::none) entry.problem = problem;
  };
  if (entry.name.empty()) note(EntryProblem::empty_name);
  // A header that ends where the directory starts is refused too: a name must follow.
  if (directory_offset <= kLocalSize || entry.header_offset >= directory_offset - kLocalSize) {
    note(EntryProblem::no_header);
    return std::nullopt;
  }
  const std::size_t size = std::min<std::uint64_t>(kLocalSize + entry.name.size(),
                                                   directory_offset - entry.header_offset);
  const Bytes bytes = source.read(entry.header_offset, size, scratch, "local header");
  if (u32_at(bytes, 0) != kLocalSignature) {
    note(EntryProblem::no_header);
    return std::nullopt;
  }
  const LocalHeader header = read_local_header(bytes);
  entry.local_method = header.method;
  entry.local_flags = header.flags;
  entry.data_offset = entry.header_offset + kLocalSize + header.name_length + header.extra_length;
  note(find_problem(source, directory_offset, entry, header, as_text(bytes.subspan(kLocalSize))));
  return header;
}

findings::Message message(EntryProblem problem) {
  switch (problem) {
    case EntryProblem::none:
      return {};
    case EntryProblem::empty_name:
      return {"gap.entry-empty-name", {}};
    case EntryProblem::no_header:
      return {"gap.entry-no-header", {}};
    case EntryProblem::name_differs:
      return {"gap.entry-name-differs", {}};
    case EntryProblem::sizes_differ:
      return {"gap.entry-sizes-differ", {}};
    case EntryProblem::data_outside:
      return {"gap.entry-data-outside", {}};
    case EntryProblem::too_large:
      return {"gap.entry-too-large", {}};
    case EntryProblem::broken_zip64:
      return {"gap.entry-broken-zip64", {}};
  }
  return {};
}

const char* text(EntryProblem problem) {
  switch (problem) {
    case EntryProblem::none:
      return "";
    case EntryProblem::empty_name:
      return "the name is empty";
    case EntryProblem::no_header:
      return "no local header where the central record points";
    case EntryProblem::name_differs:
      return "local and central name differ";
    case EntryProblem::sizes_differ:
      return "local and central sizes or CRC differ";
    case EntryProblem::data_outside:
      return "the data reach into the central directory or past the file";
    case EntryProblem::too_large:
      return "4 GiB or more";
    case EntryProblem::broken_zip64:
      return "a 64-bit size is announced and not there";
  }
  return "";
}

}  // namespace loanlint::archive
