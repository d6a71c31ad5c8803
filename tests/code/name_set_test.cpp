// SPDX-License-Identifier: Apache-2.0
#include "code/name_set.h"

#include <doctest/doctest.h>

namespace loanlint::code {
namespace {

TEST_CASE("patterns of Java names, asked about descriptors") {
  const NameSet set({"android.app.Activity", "java.util.*", "com.x.Y*Z", "*"});
  const NameSet some({"android.app.Activity", "java.util.*", "com.x.Y*Z"});
  struct Row {
    std::string descriptor;
    bool held;
  };
  const Row rows[] = {
      {"Landroid/app/Activity;", true},
      {"Landroid/app/ActivityX;", false},
      {"Ljava/util/List;", true},
      {"Ljava/util/concurrent/Future;", true},
      {"Ljava/utils/List;", false},
      {"Lcom/x/YabcZ;", true},
      {"Lcom/x/YabcZ1;", false},
      {"[Ljava/util/List;", false},
      {"I", false},
      {"", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.descriptor);
    CHECK(some.holds(row.descriptor, hash_name(row.descriptor)) == row.held);
    CHECK(set.holds(row.descriptor, hash_name(row.descriptor)) == row.descriptor.starts_with("L"));
  }
  CHECK_FALSE(NameSet().holds("Lx;", hash_name("Lx;")));
}

TEST_CASE("an index by hash grows") {
  HashIndex index;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    CHECK(index.add(hash_name(std::to_string(i)), i));
    CHECK_FALSE(index.add(hash_name(std::to_string(i)), i + 1));
  }
  CHECK(index.size() == 5000);
  for (std::uint32_t i = 0; i < 5000; ++i) CHECK(index.find(hash_name(std::to_string(i))) == i);
  CHECK(index.find(hash_name("x")) == HashIndex::kAbsent);
}

}  // namespace
}  // namespace loanlint::code
