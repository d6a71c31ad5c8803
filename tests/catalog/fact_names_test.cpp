// SPDX-License-Identifier: Apache-2.0
#include "catalog/fact_names.h"

#include <doctest/doctest.h>

#include <set>

#include "catalog/rules.h"
#include "catalog/texts.h"

namespace loanlint::catalog {
namespace {

const std::vector<std::string> kKinds{"contacts", "sms", "location"};

TEST_CASE("a fact is found under the name that rules write") {
  struct Row {
    const char* fact;
    const char* row;  ///< name in the table, or nullptr
  };
  const Row rows[] = {
      {"category", "category"},
      {"{kind}.asked", "{kind}.asked"},
      {"contacts.asked", "{kind}.asked"},
      {"location.denied", "{kind}.denied"},
      {"sms.retriever", "sms.retriever"},
      {"contacts.retriever", nullptr},
      {"mail.asked", nullptr},
      {"policy.found", "policy.found"},
      {"policy.asked", nullptr},
      {"", nullptr},
      {".", nullptr},
  };
  for (const Row& row : rows) {
    const std::string fact = row.fact;
    CAPTURE(fact);
    const FactName* found = find_fact_name(row.fact, kKinds);
    CHECK((found != nullptr) == (row.row != nullptr));
    if (found != nullptr && row.row != nullptr) CHECK(found->name == row.row);
  }
  CHECK(nearest_fact("contcats.asked", kKinds) == "contacts.asked");
}

TEST_CASE("every fact stands once and is explained in both languages") {
  const RuleFiles files;
  const Texts texts(files);
  std::set<std::string_view> names;
  for (const FactName& fact : fact_names()) {
    const std::string key = fact.text_key();
    CAPTURE(key);
    CHECK(names.insert(fact.name).second);
    CHECK(texts.has(key));
    CHECK(!name(fact.type).empty());
  }
}

TEST_CASE("every text about a fact is about one that exists") {
  const RuleFiles files;
  std::set<std::string> known;
  for (const FactName& fact : fact_names()) known.insert(fact.text_key());
  for (const auto& member : Node::parse(*files.find("text/facts.json")).members()) {
    const std::string& key = member.first;
    CAPTURE(key);
    CHECK(known.contains(key));
  }
}

}  // namespace
}  // namespace loanlint::catalog
