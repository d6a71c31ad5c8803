// SPDX-License-Identifier: Apache-2.0
#include "findings/fact.h"

#include <doctest/doctest.h>

namespace loanlint::findings {
namespace {

TEST_CASE("facts taken replace those that were there and leave the others") {
  Facts facts;
  facts.set("policy.found", {Tri::no});
  facts.set("sms.asked", {Tri::yes});
  Facts others;
  others.set("policy.found", {Tri::yes, {"policy.says"}});
  others.set("policy.language", {std::string("zh-Hans")});
  facts.take(std::move(others));
  CHECK(facts.size() == 3);
  CHECK(facts.find("policy.found")->tri() == Tri::yes);
  CHECK(facts.find("policy.found")->reason.key == "policy.says");
  CHECK(facts.find("sms.asked")->tri() == Tri::yes);
  CHECK(std::get<std::string>(facts.find("policy.language")->value) == "zh-Hans");
}

}  // namespace
}  // namespace loanlint::findings
