// SPDX-License-Identifier: Apache-2.0
// The built-in lexicon: every pattern's own examples.
#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("lexicon: a template that no example of its pattern meets is reported") {
  catalog::Lexicon lexicon = catalog::load_lexicon(catalog::RuleFiles());
  const auto plain = std::find_if(lexicon.patterns.begin(), lexicon.patterns.end(),
                                  [](const auto& one) { return one.id == "retention-said"; });
  const auto marked = std::find_if(lexicon.patterns.begin(), lexicon.patterns.end(),
                                   [](const auto& one) { return one.id == "deny-full"; });
  REQUIRE(plain != lexicon.patterns.end());
  REQUIRE(marked != lexicon.patterns.end());
  plain->match.push_back("从不这样说");
  marked->match.push_back("从不这样说◆");
  const std::vector<std::string> problems = Reader(lexicon).check_examples();
  REQUIRE(problems.size() == 2);
  CHECK(problems[0] == "rules/policy/retention.json: retention-said: no example of: 从不这样说");
  CHECK(problems[1] == "rules/policy/denial.json: deny-full: no example of: 从不这样说◆");
}

}  // namespace loanlint::policy
