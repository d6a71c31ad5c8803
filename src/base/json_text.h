// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint {

/// Appends `text` to `out` as a JSON string with its quotes. Bytes that are not UTF-8 become
/// U+FFFD; control characters, U+2028 and U+2029 are escaped.
void append_json(std::string& out, std::string_view text);

std::string json_string(std::string_view text);

}  // namespace loanlint
