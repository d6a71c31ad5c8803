// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint {

/// Appends `text` to `out` as a JSON string with its quotes. Bytes that are not UTF-8 become
/// U+FFFD; hidden characters (is_hidden()) are escaped.
void append_json(std::string& out, std::string_view text);

std::string json_string(std::string_view text);

/// `json`, a whole document in UTF-8, with every hidden character written as a \u escape; line
/// feeds and tabs between the values stay. The same values, but safe to show on a terminal or in an
/// editor as they are.
std::string without_hidden(std::string_view json);

}  // namespace loanlint
