// SPDX-License-Identifier: Apache-2.0
#include "catalog/texts.h"

#include <doctest/doctest.h>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

TEST_CASE("fill replaces numbered places and leaves all else") {
  CHECK(fill("{0} of {1}", {"1", "2"}) == "1 of 2");
  CHECK(fill("{1}{0}", {"a", "b"}) == "ba");
  CHECK(fill("{{0}} {x} {", {"a"}) == "{0} {x} {");
  CHECK(fill("{7}", {"a"}).empty());
}

TEST_CASE("the built-in texts load, and an unknown key is seen") {
  const RuleFiles files;
  const Texts texts(files);
  CHECK(!texts.keys().empty());
  CHECK(texts(Language::en, "verdict.pass") == "nothing found");
  CHECK(texts(Language::en, "no.such.key") == "⟦no.such.key⟧");
  for (const std::string& key : texts.keys()) {
    CAPTURE(key);
    CHECK(texts(Language::zh, key, {"a", "b", "c"}).find_first_not_of(' ') != std::string::npos);
  }
}

}  // namespace
}  // namespace loanlint::catalog
