// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint::policy {

/// Appends to `out` the folded form of one character outside ASCII: NFKC, lower case, simplified,
/// look-alikes of Latin letters as Latin. `utf8` is the character itself.
void fold(char32_t character, std::string_view utf8, std::string& out);

}  // namespace loanlint::policy
