// SPDX-License-Identifier: Apache-2.0
#include "android/dex_annotations.h"

#include <doctest/doctest.h>

#include <string>

#include "base/error.h"
#include "support/dex_builder.h"

namespace loanlint::android {
namespace {

using Bytes8 = std::vector<std::uint8_t>;

void put32(Bytes8& bytes, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

/// A DEX followed by the annotations of one field and two methods, and where these start.
struct Annotated {
  Bytes8 bytes = testing::DexBuilder().build();
  std::uint32_t directory = 0;

  Annotated() {
    const auto item = static_cast<std::uint32_t>(bytes.size());
    const Bytes8 of_type_129 = {0x01, 0x81, 0x01, 0x00};
    bytes.insert(bytes.end(), of_type_129.begin(), of_type_129.end());
    const auto set = static_cast<std::uint32_t>(bytes.size());
    for (const std::uint32_t word : {2U, item, item}) put32(bytes, word);
    directory = static_cast<std::uint32_t>(bytes.size());
    for (const std::uint32_t word : {0U, 1U, 2U, 0U, 9U, set, 5U, set, 7U, set}) {
      put32(bytes, word);
    }
  }
};

TEST_CASE("annotations of methods, and nothing of those of fields") {
  const Annotated made;
  const Dex dex = read_dex(made.bytes).at(0);
  std::vector<MethodAnnotation> found;
  read_method_annotations(dex, made.directory, 100, found);
  std::string seen;
  for (const MethodAnnotation& row : found) {
    seen += std::to_string(row.method_idx) + ":" + std::to_string(row.type_idx) + " ";
  }
  CHECK(seen == "5:129 5:129 7:129 7:129 ");
  found.clear();
  read_method_annotations(dex, made.directory, 3, found);
  CHECK(found.size() == 3);
  found.clear();
  read_method_annotations(dex, 0, 100, found);
  CHECK(found.empty());
}

TEST_CASE("annotations that do not lie in the file") {
  struct Row {
    std::string name;
    std::size_t word;  // of the directory
    std::uint32_t value;
    std::string error;
  };
  const Row rows[] = {
      {"too many methods", 2, 5, "annotated fields and methods: 6 rows of 8 bytes, 24 bytes left"},
      {"more fields than fit in 32 bits", 1, 0xffffffff,
       "annotated fields and methods: 4294967297 rows of 8 bytes, 24 bytes left"},
      {"a set past the end", 7, 0x7fffffff,
       "annotation_set_item: starts at 2147483647, past the end at "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Annotated made;
    for (std::size_t i = 0; i < 4; ++i) {
      made.bytes[made.directory + row.word * 4 + i] =
          static_cast<std::uint8_t>(row.value >> (8 * i));
    }
    const Dex dex = read_dex(made.bytes).at(0);
    std::vector<MethodAnnotation> found;
    std::string error;
    try {
      read_method_annotations(dex, made.directory, 100, found);
    } catch (const FormatError& problem) {
      error = problem.what();
    }
    CHECK(error.substr(0, row.error.size()) == row.error);
  }
}

TEST_CASE("a directory anywhere in a file is read or refused, never read past its end") {
  const Annotated made;
  const Dex dex = read_dex(made.bytes).at(0);
  for (std::uint32_t offset = 1; offset < made.bytes.size() + 8; ++offset) {
    CAPTURE(offset);
    std::vector<MethodAnnotation> found;
    try {
      read_method_annotations(dex, offset, 100, found);
    } catch (const FormatError& error) {
      CHECK(error.offset() <= made.bytes.size());
    }
    CHECK(found.size() <= 100);
  }
}

}  // namespace
}  // namespace loanlint::android
