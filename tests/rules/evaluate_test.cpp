// SPDX-License-Identifier: Apache-2.0
#include "rules/evaluate.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "catalog/kinds.h"

namespace loanlint::rules {
namespace {

using catalog::RuleFiles;
using findings::Evidence;
using findings::Fact;
using findings::Facts;
using findings::Finding;
using findings::Tri;
using List = std::vector<std::string>;

/// A predatory lender: asks, reads and sends contacts; its policy admits collection.
Facts predator() {
  Facts facts;
  const Evidence line{"AndroidManifest.xml",
                      findings::ManifestPlace{7, "/manifest/uses-permission[2]"},
                      "<uses-permission android:name=\"android.permission.READ_CONTACTS\"/>"};
  const Evidence sentence{"assets/privacy.html", findings::TextPlace{12, 400, 460},
                          "逾期后我们将联系您通讯录中的联系人。"};
  facts.set("category", Fact{std::string("loan")});
  facts.set("contacts.asked", Fact{Tri::yes, {}, {line}});
  facts.set("contacts.asked_by", Fact{List{"android.permission.READ_CONTACTS"}, {}, {line}});
  facts.set("contacts.for_collection", Fact{Tri::yes, {}, {sentence}});
  facts.set("contacts.disclosed", Fact{Tri::yes, {}, {sentence}});
  facts.set("contacts.mode", Fact{std::string("device")});
  facts.set("policy.found", Fact{Tri::yes});
  return facts;
}

struct World {
  RuleFiles files;
  catalog::Kinds kinds{files};
  catalog::Texts texts{files};
  std::vector<catalog::Rule> rules = catalog::load_rules(files);

  std::vector<Finding> operator()(const Facts& facts) const {
    return evaluate(facts, rules, kinds, texts);
  }
};

const Finding* find(const std::vector<Finding>& findings, std::string_view rule,
                    std::string_view kind = "") {
  for (const Finding& finding : findings) {
    if (finding.rule == rule && finding.kind == kind) return &finding;
  }
  return nullptr;
}

TEST_CASE("a finding carries what its rule and the package say") {
  const World world;
  const std::vector<Finding> found = world(predator());
  const Finding* asked = find(found, "asked-beyond-necessary", "contacts");
  REQUIRE(asked != nullptr);
  CHECK(asked->pack == "pipl");
  CHECK(asked->severity == findings::Severity::high);
  CHECK(asked->basis == findings::Basis::declared);
  CHECK(asked->title.zh == "借贷应用申请通讯录权限，超出必要个人信息范围");
  CHECK(asked->title.en == "A loan app asks for contacts, outside the necessary information");
  CHECK(asked->message.zh.find("（READ_CONTACTS）") != std::string::npos);
  CHECK(asked->message.en.find("(READ_CONTACTS)") != std::string::npos);
  REQUIRE(asked->evidence.size() == 1);
  CHECK(asked->evidence[0].entry == "AndroidManifest.xml");
  CHECK(asked->fingerprint.size() == 32);
  const List& articles = asked->articles;
  CHECK(std::count(articles.begin(), articles.end(), "necessary-info-2021-5-12") == 1);
  CHECK(std::count(articles.begin(), articles.end(), "tc260-pg-20191a-lending") == 1);

  const Finding* collection = find(found, "used-for-collection", "contacts");
  REQUIRE(collection != nullptr);
  CHECK(collection->severity == findings::Severity::critical);
  CHECK(collection->basis == findings::Basis::admitted);
  REQUIRE(collection->evidence.size() == 1);
  CHECK(collection->evidence[0].excerpt == "逾期后我们将联系您通讯录中的联系人。");
  CHECK(found.front().rule == "used-for-collection");  // the gravest comes first
}

TEST_CASE("no place of a text is left open") {
  const World world;
  for (const Finding& finding : world(predator())) {
    const std::string rule = finding.rule;
    CAPTURE(rule);
    for (const auto* text : {&finding.title, &finding.message, &finding.why,
                             &finding.advice_borrower, &finding.advice_lender}) {
      CHECK(text->zh.find_first_of("{}") == std::string::npos);
      CHECK(text->en.find_first_of("{}") == std::string::npos);
      CHECK(!text->zh.empty());
      CHECK(!text->en.empty());
    }
  }
}

TEST_CASE("a data kind that begins an English sentence has a capital") {
  const World world;
  Facts facts = predator();
  facts.set("contacts.disclosed", Fact{Tri::no});
  facts.set("contacts.denied", Fact{Tri::no});
  const std::vector<Finding> found = world(facts);
  const Finding* silent = find(found, "asked-not-disclosed", "contacts");
  REQUIRE(silent != nullptr);
  CHECK(silent->title.en == "Contacts: asked for, and not in the policy");
  CHECK(silent->message.en.find("asks for access to contacts") != std::string::npos);
}

TEST_CASE("a rule that says more covers one that says less, for the same data kind") {
  const World world;
  const std::vector<Finding> found = world(predator());
  CHECK(find(found, "disclosed-beyond-necessary", "contacts") == nullptr);
  CHECK(find(found, "contacts-of-others", "contacts") == nullptr);

  Facts facts = predator();
  facts.set("sms.disclosed", Fact{Tri::yes});
  facts.set("sms.mode", Fact{std::string("device_content")});
  CHECK(find(world(facts), "disclosed-beyond-necessary", "sms") != nullptr);

  facts.set("contacts.for_collection", Fact{Tri::no});
  CHECK(find(world(facts), "disclosed-beyond-necessary", "contacts") != nullptr);
}

TEST_CASE("an unknown condition is a question only where the rule asks one") {
  const World world;
  Facts facts;
  facts.set("category", Fact{std::string("loan")});
  facts.set("policy.found", Fact{Tri::unknown, {"reason.none"}});
  facts.set("policy.link_only", Fact{Tri::no});
  const std::vector<Finding> found = world(facts);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "policy-not-found");
  CHECK(found[0].open);
  CHECK(found[0].message.en ==
        "It could not be told whether the package has a privacy policy: there is not enough to "
        "tell. Please give its text.");
}

TEST_CASE("nothing known: nothing found, and one question") {
  const World world;
  const std::vector<Finding> found = world(Facts{});
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "policy-not-found");
  CHECK(found[0].open);
}

TEST_CASE("findings come in one order, whatever the order of the rules") {
  World world;
  const std::vector<Finding> first = world(predator());
  std::reverse(world.rules.begin(), world.rules.end());
  const std::vector<Finding> second = world(predator());
  REQUIRE(first.size() == second.size());
  CHECK(first.size() >= 2);
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].rule == second[i].rule);
    CHECK(first[i].kind == second[i].kind);
    CHECK(first[i].fingerprint == second[i].fingerprint);
  }
  CHECK(std::is_sorted(first.begin(), first.end(), findings::before));
}

}  // namespace
}  // namespace loanlint::rules
