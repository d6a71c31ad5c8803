// SPDX-License-Identifier: Apache-2.0
#include "policy/decode.h"

#include <doctest/doctest.h>

namespace loanlint::policy {

TEST_CASE("decode: the text and the encoding it was found in") {
  struct Row {
    std::string name;
    std::string bytes;
    std::string declared;
    std::string text;
    std::string encoding;
  };
  using namespace std::string_literals;
  const Row rows[] = {
      {"UTF-8", "通讯录", "", "通讯录", "UTF-8"},
      {"UTF-8 keeps its mark", "\xEF\xBB\xBF通讯录", "", "\uFEFF通讯录", "UTF-8"},
      {"UTF-16LE with a mark", "\xFF\xFE\x1A\x90\xAF\x8B"s, "", "通讯", "UTF-16LE"},
      {"UTF-16BE with a mark", "\xFE\xFF\x90\x1A\x8B\xAF"s, "", "通讯", "UTF-16BE"},
      {"UTF-16LE without one", "p\0r\0i\0v\0a\0c\0y\0"s, "", "privacy", "UTF-16LE"},
      {"UTF-16BE without one", "\0p\0r\0i\0v\0a\0c\0y"s, "", "privacy", "UTF-16BE"},
      {"Chinese in UTF-16LE without one, with a character that ends in zero",
       "\x00\x4E\x01\x30\x1A\x90\xAF\x8B\x55\x5F\x0A\x00"s, "", "一、通讯录\n", "UTF-16LE"},
      {"Chinese in UTF-16BE without one", "\x4E\x00\x30\x01\x90\x1A\x8B\xAF\x5F\x55\x00\x0A"s, "",
       "一、通讯录\n", "UTF-16BE"},
      {"two letters", "ab", "", "ab", "UTF-8"},
      {"a text with one zero byte", "abc\0def"s, "", "abc\0def"s, "UTF-8"},
      {"GBK that the page declares", "\xB8\xF6\xC8\xCB", "GB18030", "个人", "GB18030"},
      {"well-formed UTF-8 beats what is declared", "通讯录", "GB18030", "通讯录", "UTF-8"},
      {"UTF-8 cut off amid a character", "通讯录\xE7\x9F", "GB18030", "通讯录\uFFFD\uFFFD",
       "UTF-8"},
      {"ASCII before half a character says nothing", "ab\xD2", "GB18030", "ab\uFFFD", "GB18030"},
      {"empty", "", "", "", "UTF-8"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Decoded out = decode(as_bytes(row.bytes), row.declared);
    CHECK(out.text == row.text);
    CHECK(out.encoding == row.encoding);
  }
}

}  // namespace loanlint::policy
