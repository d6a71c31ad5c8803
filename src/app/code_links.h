// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "app/dex_files.h"
#include "app/documents.h"
#include "base/limits.h"
#include "catalog/link_words.h"

namespace loanlint::app {

/// Adds the addresses of policies that stand as strings in the code: an app that opens its policy
/// in a browser view often keeps the address nowhere else. Those of components (see
/// LinkWords::others) are left out. What cannot be read is passed over: the analysis tells of it.
void find_code_links(const DexFiles& files, const catalog::LinkWords& words, const Limits& limits,
                     std::vector<FoundLink>& links);

}  // namespace loanlint::app
