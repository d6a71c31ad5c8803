// SPDX-License-Identifier: Apache-2.0
#include "rules/truth.h"

#include <doctest/doctest.h>

namespace loanlint::rules {
namespace {

using catalog::Condition;
using catalog::Node;
using catalog::read_condition;
using findings::Fact;
using findings::Facts;
using findings::Tri;
using List = std::vector<std::string>;

Condition condition(const char* json) {
  return read_condition(Node::parse(json, "condition"), nullptr);
}

Facts known() {
  Facts facts;
  facts.set("y", Fact{Tri::yes});
  facts.set("n", Fact{Tri::no});
  facts.set("u", Fact{Tri::unknown});
  facts.set("text", Fact{std::string("loan")});
  facts.set("no-text", Fact{Tri::no});
  facts.set("list", Fact{List{"a", "b"}});
  facts.set("empty", Fact{List{}});
  facts.set("number", Fact{std::int64_t{22}});
  facts.set("sms.asked", Fact{Tri::yes});
  return facts;
}

TEST_CASE("a fact answers yes, no or unknown") {
  struct Row {
    const char* json;
    Tri want;
  };
  const Row rows[] = {
      {R"({"fact": "y"})", Tri::yes},
      {R"({"fact": "n"})", Tri::no},
      {R"({"fact": "u"})", Tri::unknown},
      {R"({"fact": "nobody set it"})", Tri::unknown},
      {R"({"fact": "text"})", Tri::yes},
      {R"({"fact": "list"})", Tri::yes},
      {R"({"fact": "empty"})", Tri::no},
      {R"({"fact": "text", "is": "loan"})", Tri::yes},
      {R"({"fact": "text", "is": "other"})", Tri::no},
      {R"({"fact": "text", "in": ["other", "loan"]})", Tri::yes},
      {R"({"fact": "no-text", "is": "loan"})", Tri::no},
      {R"({"fact": "u", "is": "loan"})", Tri::unknown},
      {R"({"fact": "y", "is": "loan"})", Tri::unknown},
      {R"({"fact": "list", "contains": "a"})", Tri::yes},
      {R"({"fact": "list", "contains": "c"})", Tri::no},
      {R"({"fact": "empty", "contains": "a"})", Tri::no},
      {R"({"fact": "number", "below": 23})", Tri::yes},
      {R"({"fact": "number", "below": 22})", Tri::no},
      {R"({"fact": "number", "at_least": 22})", Tri::yes},
      {R"({"fact": "number", "at_least": 23})", Tri::no},
      {R"({"fact": "u", "below": 23})", Tri::unknown},
      {R"({"fact": "{kind}.asked"})", Tri::yes},
  };
  const Facts facts = known();
  for (const Row& row : rows) {
    const std::string json = row.json;
    CAPTURE(json);
    CHECK(decide(condition(row.json), facts, "sms").value == row.want);
    CHECK(value_of(condition(row.json), facts, "sms") == row.want);
  }
}

TEST_CASE("all is the least, any the greatest, not the opposite") {
  const Facts facts = known();
  const char* names[] = {"n", "u", "y"};
  for (int a = 0; a < 3; ++a) {
    const std::string left = std::string(R"({"fact": ")") + names[a] + "\"}";
    const Condition negated = condition((R"({"not": )" + left + "}").c_str());
    CHECK(decide(negated, facts, "").value == static_cast<Tri>(2 - a));
    CHECK(value_of(negated, facts, "") == static_cast<Tri>(2 - a));
    for (int b = 0; b < 3; ++b) {
      const std::string both = left + R"(, {"fact": ")" + names[b] + "\"}";
      CAPTURE(both);
      const Condition all = condition((R"({"all": [)" + both + "]}").c_str());
      const Condition any = condition((R"({"any": [)" + both + "]}").c_str());
      CHECK(decide(all, facts, "").value == static_cast<Tri>(std::min(a, b)));
      CHECK(decide(any, facts, "").value == static_cast<Tri>(std::max(a, b)));
      CHECK(value_of(all, facts, "") == static_cast<Tri>(std::min(a, b)));
      CHECK(value_of(any, facts, "") == static_cast<Tri>(std::max(a, b)));
    }
  }
}

TEST_CASE("an answer names the facts that decided it") {
  const Facts facts = known();
  struct Row {
    const char* json;
    List facts;
  };
  const Row rows[] = {
      {R"({"all": [{"fact": "y"}, {"fact": "text"}]})", {"y", "text"}},
      {R"({"all": [{"fact": "y"}, {"fact": "n"}, {"fact": "u"}]})", {"n"}},
      {R"({"all": [{"fact": "y"}, {"fact": "u"}]})", {"u"}},
      {R"({"any": [{"fact": "n"}, {"fact": "y"}, {"fact": "list"}]})", {"y", "list"}},
      {R"({"any": [{"fact": "n"}, {"fact": "u"}]})", {"u"}},
      {R"({"all": [{"fact": "y"}, {"not": {"fact": "n"}}, {"fact": "y"}]})", {"y", "n"}},
      {R"({"fact": "{kind}.asked"})", {"sms.asked"}},
  };
  for (const Row& row : rows) {
    const std::string json = row.json;
    CAPTURE(json);
    CHECK(decide(condition(row.json), facts, "sms").facts == row.facts);
  }
}

}  // namespace
}  // namespace loanlint::rules
