// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace loanlint::policy {

/// How a line numbers itself.
enum class Style : std::uint8_t {
  none,
  chapter,       ///< "一、", "第三条"
  part,          ///< "（一）"
  number,        ///< "1."
  bracketed,     ///< "(1)"
  closed,        ///< "1)"
  circled,       ///< "①"
  letter,        ///< "a."
  bullet,        ///< "- "
  two_levels,    ///< "3.2"
  three_levels,  ///< "3.2.1", and deeper
};

struct Enumerator {
  Style style = Style::none;
  std::size_t size = 0;  ///< bytes, blanks after it included
};

/// True of "3.2" and deeper.
inline bool has_levels(Style style) { return style >= Style::two_levels; }

/// Reads the enumerator that `line` starts with (leading blanks allowed).
Enumerator enumerator(std::string_view line);

/// Columns that `text` takes on a terminal: two for Chinese characters.
std::size_t columns(std::string_view text);

/// True when the last character closes a sentence or a clause: 。！？；： and their ASCII forms.
bool ends_sentence(std::string_view text);

std::string_view trim(std::string_view text);

}  // namespace loanlint::policy
