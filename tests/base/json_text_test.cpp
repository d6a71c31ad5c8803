// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.h"

#include <doctest/doctest.h>

namespace loanlint {
namespace {

TEST_CASE("json_string escapes what JSON and JavaScript cannot hold") {
  struct Row {
    std::string name;
    std::string text;
    std::string json;
  };
  const Row rows[] = {
      {"plain", "借款 app", "\"借款 app\""},
      {"quotes", "a\"b\\c", R"("a\"b\\c")"},
      {"white space", "a\n\t\r", R"("a\n\t\r")"},
      {"control", std::string("\0\x1b", 2), R"("\u0000\u001b")"},
      {"line separator", "a\u2028b", R"("a\u2028b")"},
      {"not UTF-8", "a\xFFz", "\"a\uFFFDz\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(json_string(row.text) == row.json);
  }
}

}  // namespace
}  // namespace loanlint
