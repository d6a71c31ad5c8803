// SPDX-License-Identifier: Apache-2.0
#include "archive/zip_format.h"

#include <doctest/doctest.h>

#include "support/zip_builder.h"

namespace loanlint::archive {
namespace {

using testing::le16;
using testing::le32;
using testing::le64;

TEST_CASE("the 64-bit extra field is taken as Android takes it") {
  struct Row {
    std::string name;
    std::string extra;
    std::uint32_t size;
    std::uint32_t compressed_size;
    std::optional<std::uint32_t> header_offset;
    std::string values;  // size, compressed size, offset; empty: refused
  };
  const std::string three = le64(1) + le64(2) + le64(3);
  const Row rows[] = {
      {"absent", "", kIn64, kIn64, kIn64, ""},
      {"all three", le16(1) + le16(24) + three, kIn64, kIn64, kIn64, "1 2 3"},
      {"all three though one is needed", le16(1) + le16(24) + three, 0, 0, kIn64, "1 2 3"},
      {"with a disk number", le16(1) + le16(28) + three + le32(0), kIn64, kIn64, kIn64, "1 2 3"},
      {"the offset alone", le16(1) + le16(8) + le64(9), 5, 5, kIn64, "- - 9"},
      {"a local header has no offset", le16(1) + le16(16) + le64(4) + le64(5), kIn64, kIn64,
       std::nullopt, "4 5 -"},
      {"behind another field", le16(7) + le16(2) + "ab" + le16(1) + le16(8) + le64(9), 5, 5, kIn64,
       "- - 9"},
      {"nothing needed", le16(1) + le16(8) + le64(9), 5, 5, 5, ""},
      {"more than needed", le16(1) + le16(16) + le64(9) + le64(9), 5, 5, kIn64, ""},
      {"less than needed", le16(1) + le16(8) + le64(9), kIn64, kIn64, kIn64, ""},
      {"reaches outside", le16(1) + le16(24) + le64(1), kIn64, kIn64, kIn64, ""},
      {"the field before reaches outside", le16(7) + le16(99) + three, kIn64, kIn64, kIn64, ""},
      {"four bytes only", le16(1) + le16(0), kIn64, kIn64, kIn64, ""},
  };
  const auto show = [](const std::optional<std::uint64_t>& value) {
    return value ? std::to_string(*value) : "-";
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto sizes =
        find_sizes64(as_bytes(row.extra), row.size, row.compressed_size, row.header_offset);
    CHECK((sizes ? show(sizes->size) + " " + show(sizes->compressed_size) + " " +
                       show(sizes->header_offset)
                 : "") == row.values);
  }
}

TEST_CASE("a ZIP file is known by its first bytes") {
  CHECK(looks_like_zip(as_bytes("PK\3\4 and more")));
  CHECK(looks_like_zip(as_bytes("PK\5\6" + std::string(18, '\0'))));
  CHECK_FALSE(looks_like_zip(as_bytes("PK\5\6")));
  CHECK_FALSE(looks_like_zip(as_bytes("PK\1\2" + std::string(50, '\0'))));
  CHECK_FALSE(looks_like_zip(as_bytes("PK\3")));
  CHECK_FALSE(looks_like_zip({}));
}

}  // namespace
}  // namespace loanlint::archive
