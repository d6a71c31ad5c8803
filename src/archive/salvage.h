// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "archive/directory.h"

namespace loanlint::archive {

/// Fills `directory.entries` of an archive that Android refuses with what ordinary tools would
/// find: the records before any of its end records, counted or not, at the offset said or right
/// before the end record; and when there are none, the local headers. Leaves the entries that are
/// there when it finds no more than these. `directory.refusal` stays as it is.
void salvage_entries(const ByteSource& source, const Limits& limits, Directory& directory);

}  // namespace loanlint::archive
