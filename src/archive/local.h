// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "archive/entry.h"
#include "archive/zip_format.h"
#include "base/buffer.h"
#include "base/source.h"
#include "findings/message.h"

namespace loanlint::archive {

/// Reads the local header of `entry` and holds it against the central record as Android does when
/// it opens an entry: sets `local_method`, `local_flags`, `data_offset` and `problem`. Gives the
/// header when there is one, so that its departures can be noted. Everything must lie before
/// `directory_offset`.
std::optional<LocalHeader> check_local_header(const ByteSource& source,
                                              std::uint64_t directory_offset, Entry& entry,
                                              Buffer& scratch);

/// `problem` for a person: a key "gap.entry-…" of rules/text/archive.json; empty for none.
findings::Message message(EntryProblem problem);

/// `problem` in a few words of English, for error texts.
const char* text(EntryProblem problem);

}  // namespace loanlint::archive
