// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "archive/directory.h"

namespace loanlint::archive {

/// Appends the central records of `directory.bytes` to `directory.entries`, `count` of them.
///
/// Stops at the first record that is not there or reaches outside; goes on after a name or an
/// offset that Android refuses. Gives the first thing that Android refuses. Throws LimitError
/// ("entries").
std::optional<Refusal> walk_records(Directory& directory, std::uint64_t count,
                                    const Limits& limits);

/// The same for a directory that Android refuses: takes all records there are, and where one is
/// followed by none, looks for the next signature. `shift` is added to every local header offset:
/// it is not 0 only when something stands before the archive.
void walk_leniently(Directory& directory, std::uint64_t shift, const Limits& limits);

}  // namespace loanlint::archive
