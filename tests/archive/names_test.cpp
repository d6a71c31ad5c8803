// SPDX-License-Identifier: Apache-2.0
#include "archive/names.h"

#include <doctest/doctest.h>

#include <string>

namespace loanlint::archive {
namespace {

TEST_CASE("names that Android takes are not quite UTF-8") {
  struct Row {
    std::string name;
    std::string text;
    bool valid;
  };
  const Row rows[] = {
      {"empty", "", true},
      {"ASCII", "res/layout/main.xml", true},
      {"Chinese", "assets/隐私政策.html", true},
      {"NUL", std::string("a\0b", 3), false},
      {"continuation byte first", "\x80", false},
      {"overlong slash", "\xc0\xaf", true},
      {"surrogate", "\xed\xa0\x80", true},
      {"five bytes", "\xf8\x88\x80\x80\x80", true},
      {"six bytes", "\xfc\x84\x80\x80\x80\x80", true},
      {"FE", "\xfe\x80\x80\x80\x80\x80\x80", false},
      {"FF", "\xff", false},
      {"cut short", "a\xe4\xb8", false},
      {"lead byte inside a sequence", "\xe4\xb8\xe4", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(is_android_name(row.text) == row.valid);
  }
}

TEST_CASE("key names are those that Android opens by itself") {
  for (const char* name :
       {"AndroidManifest.xml", "resources.arsc", "classes.dex", "classes2.dex"}) {
    CHECK(is_key_name(name));
  }
  for (const char* name : {"androidmanifest.xml", "AndroidManifest.xml/", "classes.de",
                           "classesa.dex", "classes", ""}) {
    CHECK_FALSE(is_key_name(name));
  }
}

TEST_CASE("an index finds each name, and of doubles the last") {
  std::vector<Entry> entries(1000);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < entries.size(); ++i) names.push_back("entry " + std::to_string(i));
  names[7] = names[5];
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].name = names[i];
  NameIndex index;
  CHECK(index.find(entries, "entry 1") == -1);
  std::vector<std::uint32_t> duplicates;
  index.build(entries, duplicates);
  CHECK(duplicates == std::vector<std::uint32_t>{7});
  CHECK(index.find(entries, "entry 5") == 7);
  CHECK(index.find(entries, "entry 999") == 999);
  CHECK(index.find(entries, "entry 1000") == -1);
}

}  // namespace
}  // namespace loanlint::archive
