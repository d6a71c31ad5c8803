// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint {

/// True for characters that move the cursor, change the direction of text or cannot be seen:
/// controls, separators of lines and paragraphs, bidirectional marks, zero-width ones, tags.
bool is_hidden(char32_t code_point);

/// `text` as it may be shown to a person: control characters, terminal escapes, line and
/// paragraph separators, bidirectional overrides, zero-width characters and bytes that are not
/// UTF-8 are written as \x1b, \u202e and the like. Names from a package go through this before
/// they reach any output that has no escaping of its own.
std::string printable(std::string_view text);

/// As printable(), but line feeds stay: for excerpts of several lines.
std::string printable_lines(std::string_view text);

}  // namespace loanlint
