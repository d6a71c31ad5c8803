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
      {"bidirectional override", "a\u202eb", R"("a\u202eb")"},
      {"C1 control", "a\u009bb", R"("a\u009bb")"},
      {"tag above U+FFFF", "a\U000E0041b", R"("a\udb40\udc41b")"},
      {"emoji", "a\U0001F600b", "\"a\U0001F600b\""},
      {"not UTF-8", "a\xFFz", "\"a\uFFFDz\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(json_string(row.text) == row.json);
  }
}

TEST_CASE("without_hidden: the same document, with nothing in it that cannot be seen") {
  struct Row {
    std::string name;
    std::string json;
    std::string safe;
  };
  const Row rows[] = {
      {"layout stays", "{\n \"借\": [1]\n}", "{\n \"借\": [1]\n}"},
      {"hidden", "[\"\u202e\x7f\u2028\ufeff\"]", R"(["\u202e\u007f\u2028\ufeff"])"},
      {"above U+FFFF", "[\"\U000E0001\U0001F600\"]", "[\"\\udb40\\udc01\U0001F600\"]"},
      {"escaped already", R"(["\u001b\\u202e"])", R"(["\u001b\\u202e"])"},
      {"empty", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(without_hidden(row.json) == row.safe);
  }
}

}  // namespace
}  // namespace loanlint
