// SPDX-License-Identifier: Apache-2.0
#include "catalog/words.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

using Hits = std::vector<Words::Hit>;

TEST_CASE("words are found where they stand first, in the order of the list") {
  struct Row {
    const char* name;
    Words::Match match;
    const char* text;
    Hits want;
  };
  const std::vector<std::string> list{"loan", "隐私", "Cash", "cashloan"};
  const Row rows[] = {
      {"none", Words::Match::whole, "a messenger", {}},
      {"shorter than any word", Words::Match::whole, "lo", {}},
      {"the whole text", Words::Match::whole, "loan", {{0, 0}}},
      {"at the end", Words::Match::whole, "easy loan", {{0, 5}}},
      {"either case", Words::Match::whole, "LOAN and cAsh", {{0, 0}, {2, 9}}},
      {"no part of a word", Words::Match::whole, "loans, reloan, cashier", {}},
      {"part of a word where wanted", Words::Match::inside, "reloans", {{0, 2}}},
      {"the first of several", Words::Match::whole, "loans loan loan", {{0, 6}}},
      {"one begins another", Words::Match::inside, "cashloan", {{0, 4}, {2, 0}, {3, 0}}},
      {"beside Chinese", Words::Match::whole, "见loan隐私", {{0, 3}, {1, 7}}},
  };
  for (const Row& row : rows) {
    const std::string name = row.name;
    CAPTURE(name);
    const Words words(list, row.match);
    CHECK(words.in(row.text) == row.want);
    CHECK(words.any_in(row.text) == !row.want.empty());
  }
}

TEST_CASE("no words are in no text") {
  const Words words({}, Words::Match::inside);
  CHECK(words.in("anything").empty());
  CHECK_FALSE(words.any_in("anything"));
}

TEST_CASE("a word that is too short is an error at its place") {
  const Node list = Node::parse(R"(["loan", "ab"])", "rules/x.json");
  CHECK_THROWS_WITH_AS(read_words(list), "rules/x.json:1:10: /1: expected at least 3 bytes",
                       UsageError);
}

}  // namespace
}  // namespace loanlint::catalog
