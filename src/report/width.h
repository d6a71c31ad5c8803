// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loanlint::report {

/// Terminal columns that `text` (UTF-8, one line, no escapes) takes: 2 for wide and full-width
/// characters, 0 for combining ones, 1 for the rest.
/// The ranges are those of Unicode's East Asian Width W and F, joined where unassigned code
/// points lie between them.
std::size_t columns(std::string_view text);

/// `text` followed by spaces up to `width` columns; unchanged when it is as wide already.
std::string pad(std::string_view text, std::size_t width);

/// `text` cut to at most `width` columns, with "…" at the end when something was cut.
std::string fit(std::string_view text, std::size_t width);

/// A piece of a line that is not broken: a word, or one CJK character with its punctuation.
struct Piece {
  std::string text;
  std::size_t width = 0;
  bool space_before = false;
};

/// The pieces of one line, between which it may be broken.
std::vector<Piece> pieces(std::string_view line);

/// `text` broken into lines of at most `width` columns: at spaces, and between CJK characters
/// except where a line would start with closing punctuation or end with an opening bracket. A
/// piece wider than a line is cut. Line feeds in `text` stay breaks. Never empty.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace loanlint::report
