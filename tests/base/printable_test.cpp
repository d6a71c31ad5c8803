// SPDX-License-Identifier: Apache-2.0
#include "base/printable.h"

#include <doctest/doctest.h>

#include <string>

namespace loanlint {
namespace {

TEST_CASE("printable shows what would otherwise act or hide") {
  struct Row {
    std::string name;
    std::string text;
    std::string shown;
  };
  const Row rows[] = {
      {"plain", "现金贷 app", "现金贷 app"},
      {"terminal escape", "\x1b[31mred", "\\x1b[31mred"},
      {"NUL", std::string("a\0b", 3), "a\\x00b"},
      {"C1 control", "\xC2\x9Bm", "\\x9bm"},
      {"bidi override", "a\u202Etxt", "a\\u202etxt"},
      {"zero width space", "READ\u200B", "READ\\u200b"},
      {"tag character", "a\U000E0041", "a\\U000e0041"},
      {"not UTF-8", "a\xFF", "a\\xff"},
      {"line feed", "a\nb", "a\\x0ab"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(printable(row.text) == row.shown);
  }
  CHECK(printable_lines("a\nb\rc") == "a\nb\\x0dc");
}

}  // namespace
}  // namespace loanlint
