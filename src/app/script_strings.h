// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::app {

/// A string that stands in a script.
struct ScriptString {
  std::string text;    ///< escapes resolved; of a template only the words between its expressions
  std::size_t at = 0;  ///< bytes of the script before it
  std::size_t end = 0;
};

/// The strings of a JavaScript or JSON text that people may read, in order: names, keys and single
/// words in Latin letters are left out. Comments and regular expressions are passed over; a script
/// that breaks the grammar gives what can be read of it.
///
/// Grammar: https://262.ecma-international.org/ (lexical grammar).
std::vector<ScriptString> read_script_strings(std::string_view script);

}  // namespace loanlint::app
