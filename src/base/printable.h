// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint {

/// `text` as it may be shown to a person: control characters, terminal escapes, line and
/// paragraph separators, bidirectional overrides, zero-width characters and bytes that are not
/// UTF-8 are written as \x1b, \u202e and the like. Names from a package go through this before
/// they reach any output that has no escaping of its own.
std::string printable(std::string_view text);

/// As printable(), but line feeds stay: for excerpts of several lines.
std::string printable_lines(std::string_view text);

}  // namespace loanlint
