// SPDX-License-Identifier: Apache-2.0
#include "base/cursor.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/error.h"

namespace loanlint {
namespace {

TEST_CASE("uleb128: value, or the reason there is none") {
  struct Row {
    std::string name;
    std::vector<std::uint8_t> bytes;
    std::uint32_t value;
    std::string error;  // empty: must succeed
  };
  const Row rows[] = {
      {"zero", {0x00}, 0, ""},
      {"two bytes", {0x80, 0x01}, 128, ""},
      {"largest", {0xFF, 0xFF, 0xFF, 0xFF, 0x0F}, 0xFFFFFFFF, ""},
      {"padded with zero", {0x81, 0x80, 0x00}, 1, ""},
      {"empty", {}, 0, "size: needs 1 bytes, 0 left"},
      {"never ends", {0x80, 0x80}, 0, "size: needs 3 bytes, 2 left"},
      {"too big", {0xFF, 0xFF, 0xFF, 0xFF, 0x1F}, 0, "size: number does not fit in 32 bits"},
      {"six bytes",
       {0x80, 0x80, 0x80, 0x80, 0x80, 0x00},
       0,
       "size: number does not fit in 32 bits"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Cursor in(row.bytes);
    if (row.error.empty()) {
      CHECK(in.uleb128("size") == row.value);
      CHECK(in.left() == 0);
    } else {
      CHECK_THROWS_WITH_AS(in.uleb128("size"), row.error.c_str(), FormatError);
      CHECK(in.offset() == 0);  // a failed read does not move
    }
  }
}

TEST_CASE("varint: ten bytes at most") {
  const std::vector<std::uint8_t> largest(9, 0xFF);
  std::vector<std::uint8_t> bytes = largest;
  bytes.push_back(0x01);
  Cursor in(bytes);
  CHECK(in.varint("tag") == ~std::uint64_t{0});
  bytes.back() = 0x02;
  CHECK_THROWS_WITH_AS(Cursor(bytes).varint("tag"), "tag: number does not fit in 64 bits",
                       FormatError);
}

TEST_CASE("fixed-size fields are little-endian and name themselves when missing") {
  const std::vector<std::uint8_t> bytes{1, 2, 3, 4, 5, 6, 7, 8};
  CHECK(Cursor(bytes).u8("f") == 1);
  CHECK(Cursor(bytes).u16("f") == 0x0201);
  CHECK(Cursor(bytes).u32("f") == 0x04030201);
  CHECK(Cursor(bytes).u64("f") == 0x0807060504030201);
  Cursor in(bytes, 100);
  in.skip(6, "head");
  CHECK(in.offset() == 106);
  CHECK_THROWS_WITH_AS(in.u32("chunk size"), "chunk size: needs 4 bytes, 2 left", FormatError);
  CHECK(in.u16("rest") == 0x0807);
}

TEST_CASE("count is believed only when its items fit") {
  const std::vector<std::uint8_t> bytes{2, 0, 0, 0, 9, 9, 9, 9, 9, 9, 9, 9};
  CHECK(Cursor(bytes).count(4, "string ids") == 2);
  Cursor in(bytes);
  CHECK_THROWS_WITH_AS(in.count(5, "string ids"), "string ids: 2 items of 5 bytes, 8 bytes left",
                       FormatError);
  CHECK(in.offset() == 0);
}

TEST_CASE("window narrows, slice cuts") {
  const std::vector<std::uint8_t> bytes{1, 2, 3, 4};
  Cursor in(bytes);
  Cursor inner = in.window(2, "header");
  CHECK(in.offset() == 2);
  inner.skip(2, "body");
  CHECK_THROWS_AS(inner.u8("more"), FormatError);
  CHECK(slice(bytes, 1, 2, "s").size() == 2);
  CHECK(slice(bytes, 4, 0, "s").empty());
  CHECK_THROWS_WITH_AS(slice(bytes, 5, 0, "s"), "s: starts at 5, past the end at 4", FormatError);
  CHECK_THROWS_WITH_AS(slice(bytes, 3, 2, "s"), "s: needs 2 bytes, 1 left", FormatError);
}

}  // namespace
}  // namespace loanlint
