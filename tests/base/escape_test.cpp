// SPDX-License-Identifier: Apache-2.0
#include "base/escape.h"

#include <doctest/doctest.h>

namespace loanlint {
namespace {

TEST_CASE("escape writes the characters named, and leaves all others") {
  const Escape escapes[] = {{'<', "&lt;"}, {'&', "&amp;"}, {'\n', ""}};
  struct Row {
    std::string name;
    std::string text;
    std::string written;
  };
  const Row rows[] = {
      {"empty", "", ""},
      {"nothing to escape", "借款 loan", "借款 loan"},
      {"at the ends", "<loan<", "&lt;loan&lt;"},
      {"one after the other", "<&<", "&lt;&amp;&lt;"},
      {"what was written is not escaped again", "&lt;", "&amp;lt;"},
      {"written as nothing", "a\nb", "ab"},
      {"not named", ">\"'", ">\"'"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(escape(row.text, escapes) == row.written);
  }
}

}  // namespace
}  // namespace loanlint
