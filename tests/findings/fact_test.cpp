// SPDX-License-Identifier: Apache-2.0
#include "findings/fact.h"

#include <doctest/doctest.h>

namespace loanlint::findings {
namespace {

std::string names_of(const Facts& facts) {
  std::string names;
  for (const Facts::Named* fact : facts.sorted()) names += fact->first + " ";
  return names;
}

TEST_CASE("shared facts stand behind those of the package") {
  const auto common = [] {
    Facts facts;
    facts.set("policy.found", {Tri::no, {"policy.none"}});
    facts.set("policy.url", {Tri::unknown, {"policy.none"}});
    return std::make_shared<const Facts>(std::move(facts));
  }();
  Facts facts;
  facts.set("policy.found", {Tri::yes, {"policy.says"}});
  facts.set("sms.asked", {Tri::yes});
  facts.share(common);
  CHECK(names_of(facts) == "policy.found policy.url sms.asked ");
  CHECK(facts.find("policy.found")->reason.key == "policy.says");
  CHECK(facts.find("policy.url")->reason.key == "policy.none");
  CHECK(facts.find("sms.asked")->tri() == Tri::yes);
  CHECK(facts.find("sms.used") == nullptr);

  facts["policy.url"].value = std::string("https://example.com/privacy");
  CHECK(facts.find("policy.url")->tri() == Tri::yes);
  CHECK(facts.find("policy.url")->reason.key == "policy.none");
  CHECK(common->find("policy.url")->tri() == Tri::unknown);
  CHECK(names_of(facts) == "policy.found policy.url sms.asked ");
}

}  // namespace
}  // namespace loanlint::findings
