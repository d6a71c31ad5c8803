// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>

#include "policy/policy.h"

namespace loanlint::bench {

/// Times the reading of `text` cut and repeated to 50 KB and to 10 MB, warm, against one scan of
/// the same bytes with a single literal in RE2.
void time_reading(const policy::Reader& reader, const std::string& text, std::ostream& out);

}  // namespace loanlint::bench
