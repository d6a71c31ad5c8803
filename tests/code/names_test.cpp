// SPDX-License-Identifier: Apache-2.0
#include "code/names.h"

#include <doctest/doctest.h>

namespace loanlint::code {
namespace {

TEST_CASE("Java names and descriptors") {
  CHECK(descriptor("com.x.Y$Z") == "Lcom/x/Y$Z;");
  CHECK(java_name("Lcom/x/Y$Z;") == "com.x.Y$Z");
  CHECK(java_name("[I") == "[I");
  CHECK(java_name("") == "");
}

TEST_CASE("patterns") {
  struct Row {
    std::string name, pattern, text;
    bool fits;
  };
  const Row rows[] = {
      {"the same", "abc", "abc", true},
      {"longer text", "abc", "abcd", false},
      {"longer pattern", "abcd", "abc", false},
      {"a star at the end", "abc*", "abcdef", true},
      {"a star for nothing", "abc*", "abc", true},
      {"a star in the middle", "a*c", "abbbc", true},
      {"a star that has to give back", "a*bc", "abxbc", true},
      {"two stars", "*CONTENT*URI", "CORP_CONTENT_FILTER_URI", true},
      {"two stars, not met", "*CONTENT*URI", "CONTENT_TYPE", false},
      {"only a star", "*", "", true},
      {"nothing", "", "", true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(fits(row.pattern, row.text) == row.fits);
  }
}

TEST_CASE("packages end at dots") {
  CHECK(in_package("com.x", "com.x.Y"));
  CHECK(in_package("com.x", "com.x"));
  CHECK(!in_package("com.x", "com.xy.Z"));
  CHECK(!in_package("", "com.x"));
}

}  // namespace
}  // namespace loanlint::code
