// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "android/dex.h"
#include "catalog/sdks.h"
#include "code/owner.h"

namespace loanlint::code {

/// The ids of the SDKs whose classes are in `dexes` or whose native libraries are among `entries`,
/// sorted.
std::vector<std::string> find_sdks(const std::vector<const android::Dex*>& dexes,
                                   const Owners& owners, const std::vector<catalog::SdkMarks>& sdks,
                                   const std::vector<std::string>& entries);

}  // namespace loanlint::code
