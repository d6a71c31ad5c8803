// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "archive/archive.h"
#include "base/limits.h"
#include "base/source.h"
#include "findings/gap.h"

namespace loanlint::archive {

/// What Android and an ordinary tool (libzip) see differently in the same package: it does not
/// open, an entry is seen by one of them only, the manifest is another one.
///
/// It costs a second reading of the directory, so it is meant for packages that have a trick
/// already. Gives nothing where both views agree, and for a package that Android refuses.
std::vector<findings::Trick> compare_views(const Archive& archive, const ByteSource& source,
                                           const Limits& limits);

}  // namespace loanlint::archive
