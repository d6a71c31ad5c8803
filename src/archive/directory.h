// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "archive/end_record.h"
#include "archive/entry.h"
#include "archive/names.h"
#include "base/buffer.h"
#include "base/bytes.h"
#include "base/limits.h"
#include "base/source.h"

namespace loanlint::archive {

/// The entries of an archive, and what Android would say of it as a whole.
///
/// Rules of Android 14's libziparchive: the last end record counts and must end the file; exactly
/// as many central records as it counts are read; each needs its signature, a valid name not seen
/// before and a local header before the directory; the file starts with a local header. When one
/// of these is broken, `refusal` says so and `entries` holds what ordinary tools would still find.
struct Directory {
  std::vector<EndRecord> end_records;  ///< as found, last in the file first; may be empty
  EndRecord end;                       ///< the one in use
  std::uint64_t offset = 0;            ///< of the first central record, in the file
  Bytes bytes;                         ///< the central directory
  std::uint64_t walked = 0;            ///< how many of `bytes` the records take
  std::vector<Entry> entries;          ///< in the order of the directory; no local header read yet
  NameIndex index;
  std::vector<std::uint32_t> duplicates;  ///< entries whose name an earlier one has
  std::optional<Refusal> refusal;         ///< by every version of Android
  std::optional<Refusal> old_refusal;     ///< by Android 10 and earlier only
  Buffer storage;                         ///< holds `bytes` when the source does not
  std::deque<std::string> names;          ///< holds names that no directory holds
};

/// Throws FormatError when nothing at all can be read, LimitError when there are more than
/// `limits.entries` records.
Directory read_directory(const ByteSource& source, const Limits& limits);

}  // namespace loanlint::archive
