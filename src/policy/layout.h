// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace loanlint::policy {

/// How a line numbers itself: "一、" and "第三条" as 1, "（一）" as 2, "1." as 3, "(1)" as 4, "1)"
/// as 5, "①" as 6, "a." as 7, bullets as 8, "3.2" as 9, "3.2.1" as 10; 0 when it does not.
struct Enumerator {
  int style = 0;
  std::size_t size = 0;  ///< bytes, blanks after it included
};

/// Reads the enumerator that `line` starts with (leading blanks allowed).
Enumerator enumerator(std::string_view line);

/// Columns that `text` takes on a terminal: two for Chinese characters.
std::size_t columns(std::string_view text);

/// True when the last character closes a sentence or a clause: 。！？；： and their ASCII forms.
bool ends_sentence(std::string_view text);

std::string_view trim(std::string_view text);

}  // namespace loanlint::policy
