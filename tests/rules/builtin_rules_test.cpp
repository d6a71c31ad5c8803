// SPDX-License-Identifier: Apache-2.0
// What must hold of the rules that ship: every file strict, every example kept, every word chosen.
#include <doctest/doctest.h>

#include <set>

#include "catalog/kinds.h"
#include "catalog/packs.h"
#include "catalog/rules.h"
#include "catalog/texts.h"
#include "rules/evaluate.h"
#include "rules/examples.h"

namespace loanlint::rules {
namespace {

using catalog::Rule;
using catalog::RuleFiles;
using findings::Basis;

std::vector<std::string> kind_ids(const RuleFiles& files) {
  std::vector<std::string> ids;
  for (const auto& file : files.in("data")) ids.push_back(file.id());
  return ids;
}

bool holds(const std::string& text, const char* word) {
  return text.find(word) != std::string::npos;
}

TEST_CASE("every built-in rule is strict and keeps its examples") {
  const RuleFiles files;
  const std::vector<std::string> kinds = kind_ids(files);
  const std::vector<Rule> rules = catalog::check_rules(files);
  CHECK(rules.size() > 40);
  std::size_t tried = 0;
  for (const Rule& rule : rules) {
    const ExampleCheck check = check_examples(rule, kinds);
    tried += check.tried;
    for (const BrokenExample& broken : check.broken) {
      const std::string rule_id = broken.rule;
      const std::string example = broken.name.en + " [" + broken.kind + "] gives " +
                                  std::string(findings::name(broken.got));
      CAPTURE(rule_id);
      CAPTURE(example);
      CHECK(check.broken.empty());
    }
  }
  CHECK(tried > 400);
}

TEST_CASE("reading lazily gives the same rules as reading strictly") {
  const RuleFiles files;
  catalog::Selection every;
  for (const auto& pack : catalog::load_packs(files)) every.packs.push_back(pack.id);
  const std::vector<Rule> lazy = catalog::load_rules(files, every);
  const std::vector<Rule> whole = catalog::check_rules(files);
  REQUIRE(lazy.size() == whole.size());
  for (std::size_t i = 0; i < lazy.size(); ++i) {
    const std::string id = whole[i].id;
    CAPTURE(id);
    CHECK(lazy[i].id == whole[i].id);
    CHECK(lazy[i].pack == whole[i].pack);
    CHECK(lazy[i].kinds == whole[i].kinds);
    CHECK(lazy[i].severity == whole[i].severity);
    CHECK(lazy[i].basis == whole[i].basis);
    CHECK(lazy[i].review == whole[i].review);
    CHECK(lazy[i].articles == whole[i].articles);
    CHECK(lazy[i].covers == whole[i].covers);
    CHECK(catalog::facts_of(lazy[i].when) == catalog::facts_of(whole[i].when));
  }
}

TEST_CASE("what a rule says fits what it rests on") {
  const RuleFiles files;
  for (const Rule& rule : catalog::check_rules(files)) {
    const std::string id = rule.id;
    CAPTURE(id);
    const catalog::RuleTexts texts = catalog::read_rule_texts(rule);
    for (const auto* text : {&texts.title, &texts.message, &texts.open, &texts.why,
                             &texts.advice_borrower, &texts.advice_lender}) {
      CHECK(!holds(text->zh, "违法"));
      CHECK(!holds(text->en, "illegal"));
      CHECK(!holds(text->en, "unlawful"));
      CHECK(text->zh.find_first_of("?!;") == std::string::npos);  // full-width in Chinese
    }
    if (rule.good || rule.severity == findings::Severity::info) continue;
    const std::string& said = texts.message.zh;
    switch (rule.basis) {
      case Basis::declared:
        CHECK((holds(said, "需说明") || holds(said, "涉嫌")));
        CHECK(!holds(said, "不符"));
        break;
      case Basis::coded:
        CHECK(holds(said, "涉嫌"));
        CHECK(!holds(said, "不符"));
        break;
      case Basis::admitted:
        CHECK(holds(said, "不符"));
        break;
    }
  }
}

TEST_CASE("every data kind has what findings and reports need") {
  const RuleFiles files;
  const catalog::Kinds kinds(files);
  REQUIRE(kinds.all().size() == 10);
  CHECK(kinds.all()[0].id == "contacts");
  CHECK(kinds.all()[1].id == "sms");
  CHECK(kinds.all()[2].id == "call_log");
  for (const catalog::Kind& kind : kinds.all()) {
    const std::string id = kind.id;
    CAPTURE(id);
    CHECK(!kind.permissions.empty());
    CHECK(kind.core == (id == "contacts" || id == "sms" || id == "call_log"));
  }
  REQUIRE(kinds.of_permission("android.permission.READ_SMS") != nullptr);
  CHECK(kinds.of_permission("android.permission.READ_SMS")->id == "sms");
  CHECK(kinds.of_permission("android.permission.INTERNET") == nullptr);
}

}  // namespace
}  // namespace loanlint::rules
