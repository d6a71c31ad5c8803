// SPDX-License-Identifier: Apache-2.0
#include "android/string_pool.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/error.h"
#include "support/prefixes.h"
#include "support/string_pool_builder.h"

namespace loanlint::android {
namespace {

using testing::StringPoolBuilder;

StringPool read(const std::vector<std::uint8_t>& bytes) {
  return StringPool::read(bytes, chunk_at(bytes, 0));
}

TEST_CASE("strings of both encodings, short and long") {
  const std::vector<std::string> texts{"",
                                       "name",
                                       "读取通讯录",
                                       "\xf0\x9f\x93\x9e call",
                                       std::string(127, 'a'),
                                       std::string(128, 'b'),
                                       std::string(40'000, 'c'),
                                       std::string("a\0b", 3)};
  for (const bool utf8 : {false, true}) {
    CAPTURE(utf8);
    const auto bytes = StringPoolBuilder{.strings = texts, .utf8 = utf8}.build();
    const StringPool pool = read(bytes);
    REQUIRE(pool.size() == texts.size());
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
      CAPTURE(i);
      CHECK(pool.find(i) == texts[i]);
    }
    CHECK(pool.find(static_cast<std::uint32_t>(texts.size())) == std::nullopt);
    CHECK(pool.find(0xffffffff) == std::nullopt);
    CHECK_FALSE(pool.count_is_inflated());
  }
}

TEST_CASE("a broken string is null to Android, and shown by lenient tools") {
  struct Row {
    std::string name;
    StringPoolBuilder pool;
    std::string lenient;
  };
  const Row rows[] = {
      {"UTF-16 without terminator", {.strings = {"x", "SMS", "y"}, .unterminated = 1}, "SMS"},
      {"UTF-8 without terminator",
       {.strings = {"x", "SMS", "y"}, .utf8 = true, .unterminated = 1},
       "SMS"},
      {"UTF-8 with a wrong length in UTF-16",
       {.strings = {"x", "SMS", "y"}, .utf8 = true, .wrong_utf16_length = 1},
       "SMS"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto bytes = row.pool.build();
    const StringPool pool = read(bytes);
    CHECK(pool.find(0) == "x");
    CHECK(pool.find(1) == std::nullopt);
    CHECK(pool.find_lenient(1) == row.lenient);
    CHECK(pool.find(2) == "y");
  }
}

TEST_CASE("a pool that Android would not take") {
  struct Row {
    std::string name;
    StringPoolBuilder pool;
    std::string error;
  };
  const Row rows[] = {
      {"more strings than bytes",
       {.strings = {"a"}, .more_strings = 1000},
       "string pool: 1001 strings do not fit in 44 bytes"},
      {"strings start past the end",
       {.strings = {"a"}, .strings_start = 100},
       "string pool: strings start at 100, past the end"},
      {"styles start past the end",
       {.strings = {"a"}, .styles_start = 100, .style_count = 1},
       "string pool: styles start at 100, not between the strings and the end"},
      {"styles without their end",
       {.strings = {"abcdefgh"}, .styles_start = 52, .style_count = 1},
       "string pool: the last style is not terminated"},
      {"a size above the bytes",
       {.strings = {"a"}, .more_size = 400},
       "string pool: chunk size 444 is above the 44 bytes left"},
      {"a header below its fields",
       {.strings = {"a"}, .header_size = 24},
       "string pool: chunk header size 24 is below 28"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto bytes = row.pool.build();
    CHECK_THROWS_WITH_AS(read(bytes), row.error.c_str(), FormatError);
  }
}

TEST_CASE("an inflated count is seen") {
  const auto bytes =
      StringPoolBuilder{.strings = {"a", std::string(400, 'b')}, .more_strings = 40}.build();
  CHECK(read(bytes).count_is_inflated());
}

TEST_CASE("a pool cut short at any place") {
  const auto bytes = StringPoolBuilder{.strings = {"a", "读取"}, .utf8 = true}.build();
  testing::check_every_prefix(bytes, [](Bytes piece) {
    const StringPool pool = StringPool::read(piece, chunk_at(piece, 0));
    for (std::uint32_t i = 0; i < pool.size(); ++i) pool.find(i);
  });
}

}  // namespace
}  // namespace loanlint::android
