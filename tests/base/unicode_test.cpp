// SPDX-License-Identifier: Apache-2.0
#include "base/unicode.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace loanlint {
namespace {

TEST_CASE("is_utf8 accepts what RFC 3629 accepts") {
  struct Row {
    std::string name;
    std::string bytes;
    bool valid;
  };
  const Row rows[] = {
      {"empty", "", true},
      {"ascii", "abc", true},
      {"Chinese", "通讯录", true},
      {"emoji", "\xF0\x9F\x93\x9E", true},
      {"overlong slash", "\xC0\xAF", false},
      {"surrogate", "\xED\xA0\x80", false},
      {"above U+10FFFF", "\xF4\x90\x80\x80", false},
      {"cut short", "\xE9\x80", false},
      {"lone continuation", "\x80", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(is_utf8(row.bytes) == row.valid);
    CHECK(is_utf8(valid_utf8(row.bytes)));
    if (row.valid) CHECK(valid_utf8(row.bytes) == row.bytes);
  }
}

TEST_CASE("utf16le_to_utf8 joins surrogates and replaces lone ones") {
  const auto convert = [](std::vector<std::uint8_t> bytes) { return utf16le_to_utf8(bytes); };
  CHECK(convert({0x1A, 0x90}) == "通");
  CHECK(convert({0x3D, 0xD8, 0xDE, 0xDC}) == "\xF0\x9F\x93\x9E");
  CHECK(convert({0x3D, 0xD8, 0x41, 0x00}) ==
        "\xEF\xBF\xBD"
        "A");
  CHECK(convert({0x41, 0x00, 0x42}) == "A");
}

TEST_CASE("mutf8_to_utf8 follows DEX") {
  CHECK(mutf8_to_utf8("abc通") == "abc通");
  CHECK(mutf8_to_utf8("a\xC0\x80z") == std::string("a\0z", 3));
  CHECK(mutf8_to_utf8("\xED\xA0\xBD\xED\xB3\x9E") == "\xF0\x9F\x93\x9E");
  CHECK(mutf8_to_utf8("\xED\xA0\xBDx") == "\xEF\xBF\xBDx");
  CHECK(mutf8_to_utf8("\xFFx") == "\xEF\xBF\xBDx");
}

TEST_CASE("characters as UTF-16 counts them") {
  CHECK(utf16_units("") == 0);
  CHECK(utf16_units("a权") == 2);
  CHECK(utf16_units("a\U0001F600b") == 4);
}

}  // namespace
}  // namespace loanlint
