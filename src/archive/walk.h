// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "archive/directory.h"

namespace loanlint::archive {

/// Appends up to `count` central records of `directory.bytes` to `directory.entries`.
///
/// Stops at the first record that is not there or reaches outside; goes on after a name or an
/// offset that Android refuses. Gives the first thing that Android refuses. `shift` is added to
/// every local header offset: it is not 0 only when something stands before the archive.
/// Throws LimitError ("entries").
std::optional<Refusal> walk_records(Directory& directory, std::uint64_t count, std::uint64_t shift,
                                    const Limits& limits);

}  // namespace loanlint::archive
