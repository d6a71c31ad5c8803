// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "archive/directory.h"
#include "archive/trick_log.h"
#include "archive/zip_format.h"

/// Notes every departure of an archive from what packaging tools write. The ids and what they
/// mean to a reader stand in rules/tricks/archive.json.
namespace loanlint::archive {

/// Departures of the archive as a whole: end record, directory, first bytes.
void note_archive_tricks(const ByteSource& source, const Directory& directory, TrickLog& log);

/// Departures of one entry; `local` is its local header, where there is one.
void note_entry_tricks(const Directory& directory, const Entry& entry,
                       const std::optional<LocalHeader>& local, TrickLog& log);

/// Entries whose data cover the header or the data of another entry.
void note_overlaps(const Directory& directory, TrickLog& log);

}  // namespace loanlint::archive
