// SPDX-License-Identifier: Apache-2.0
// The built-in lexicon: every pattern's own examples.
#include <doctest/doctest.h>

#include "policy/policy.h"

namespace loanlint::policy {

TEST_CASE("lexicon: every pattern does what its examples say") {
  const catalog::Lexicon lexicon = catalog::load_lexicon(catalog::RuleFiles());
  CHECK(lexicon.patterns.size() > 20);
  CHECK(lexicon.kinds.size() >= 3);
  for (const std::string& problem : Reader(lexicon).check_examples()) {
    CAPTURE(problem);
    CHECK(problem.empty());
  }
}

TEST_CASE("lexicon: an example that disagrees is reported") {
  catalog::Lexicon lexicon = catalog::load_lexicon(catalog::RuleFiles());
  REQUIRE(!lexicon.patterns.empty());
  lexicon.patterns.front().examples.match.push_back("这句话什么也没有说明。");
  const std::vector<std::string> problems = Reader(lexicon).check_examples();
  REQUIRE(problems.size() == 1);
  CHECK(problems.front() == lexicon.patterns.front().where + ": " + lexicon.patterns.front().id +
                                ": should match: 这句话什么也没有说明。");
}

}  // namespace loanlint::policy
