// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace loanlint::archive {

/// Why Android cannot read an entry, although it takes the archive.
enum class EntryProblem : std::uint8_t {
  none,
  empty_name,    ///< nobody can ask for it
  no_header,     ///< the record does not point at a local header before the central directory
  name_differs,  ///< local and central name are not the same bytes
  sizes_differ,  ///< local and central sizes or CRC differ, and no data descriptor excuses it
  data_outside,  ///< the data would reach into the central directory or past the file
  too_large,     ///< a size of 4 GiB or more
  broken_zip64,  ///< a 64-bit value is announced and not there
};

/// One entry as the central directory describes it.
///
/// Names, sizes, method and CRC are the central ones: Android goes by them. What the local header
/// says is kept only to tell where it differs.
struct Entry {
  std::string_view name;  ///< bytes of the central directory; hold as long as the Archive
  std::uint16_t method = 0;
  std::uint16_t local_method = 0;
  std::uint16_t flags = 0;
  std::uint16_t local_flags = 0;
  std::uint32_t crc = 0;
  EntryProblem problem = EntryProblem::none;
  std::uint8_t name_traits = 0;  ///< NameTraits
  std::uint64_t compressed_size = 0;
  std::uint64_t size = 0;           ///< inflated bytes, as declared
  std::uint64_t record_offset = 0;  ///< of the central record, in the file
  std::uint64_t header_offset = 0;  ///< of the local header, in the file
  std::uint64_t data_offset = 0;    ///< of the data, in the file; 0 when there is no local header
};

}  // namespace loanlint::archive
