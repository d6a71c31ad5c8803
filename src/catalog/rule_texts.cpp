// SPDX-License-Identifier: Apache-2.0
// The parts of a rule file that most scans never read: its texts and its examples.
#include <algorithm>
#include <set>

#include "catalog/fact_names.h"
#include "catalog/members.h"
#include "catalog/rules.h"

namespace loanlint::catalog {
namespace {

using findings::Fact;
using findings::Tri;

std::optional<Tri> parse_tri(const std::string& text) {
  for (const Tri value : {Tri::yes, Tri::no, Tri::unknown}) {
    if (findings::name(value) == text) return value;
  }
  return std::nullopt;
}

/// "yes", "no" and "unknown" stand for themselves in a fact of any type.
Fact read_fact(const Node& node, const FactName& known) {
  if (node.is_text()) {
    if (const std::optional<Tri> tri = parse_tri(node.text())) {
      if (*tri == Tri::yes && known.type != FactType::tri)
        node.fail("expected a " + std::string(name(known.type)));
      return {*tri};
    }
  }
  switch (known.type) {
    case FactType::number:
      return {node.integer()};
    case FactType::list:
      return {node.texts()};
    case FactType::text: {
      std::string text = node.text();
      if (!known.values.empty() &&
          std::find(known.values.begin(), known.values.end(), text) == known.values.end()) {
        node.fail("this fact is never \"" + text + '"');
      }
      return {std::move(text)};
    }
    case FactType::tri:
      break;
  }
  node.fail("expected \"yes\", \"no\" or \"unknown\"");
}

void read_facts(const Node& node, const std::vector<std::string>& kinds, bool any_kind,
                Example& example) {
  for (const auto& [name, value] : node.members()) {
    const FactName* known = find_fact_name(name, kinds);
    if (known == nullptr) {
      const std::optional<std::string> meant = nearest_fact(name, kinds);
      value.fail("there is no fact \"" + name + '"' +
                 (meant ? "; did you mean \"" + *meant + "\"?" : ""));
    }
    if (!any_kind && name.find("{kind}") != std::string::npos)
      value.fail("this rule is about no data kind");
    example.facts.set(name, read_fact(value, *known));
  }
}

Example read_example(const Node& node, const Rule& rule, const std::vector<std::string>& kinds,
                     bool match) {
  if (match) {
    node.only({"name", "facts", "kind", "open"});
  } else {
    node.only({"name", "facts", "kind"});
  }
  Example example;
  example.match = match;
  example.name = node.at("name").bilingual();
  if (const auto kind = node.find("kind")) {
    example.kind = kind->text();
    if (std::find(rule.kinds.begin(), rule.kinds.end(), example.kind) == rule.kinds.end())
      kind->fail("\"" + example.kind + "\" is not in \"for\"");
  }
  if (const auto open = node.find("open")) {
    example.open = open->boolean();
    if (example.open && !rule.review) open->fail("the rule asks nothing when it is unknown");
  }
  read_facts(node.at("facts"), kinds, !rule.kinds.empty(), example);
  return example;
}

}  // namespace

RuleTexts read_rule_texts(const Rule& rule) {
  const Members members(rule.file, reading_of(rule.file));
  RuleTexts texts;
  texts.title = members.at("title").bilingual();
  texts.message = members.at("message").bilingual();
  if (const auto open = members.find("open")) texts.open = open->bilingual();
  texts.why = members.at("why").bilingual();
  const Node advice = members.at("advice");
  advice.only({"borrower", "lender"});
  texts.advice_borrower = advice.at("borrower").bilingual();
  texts.advice_lender = advice.at("lender").bilingual();
  return texts;
}

std::vector<Example> read_examples(const Rule& rule, const std::vector<std::string>& kinds) {
  constexpr std::size_t kAtLeast = 2;
  const Members members(rule.file, reading_of(rule.file));
  const Node node = members.at("examples");
  node.only({"match", "clean"});
  std::vector<Example> examples;
  std::set<std::string> names;
  for (const char* side : {"match", "clean"}) {
    const Node list = node.at(side);
    const std::vector<Node> items = list.items();
    if (items.size() < kAtLeast)
      list.fail("expected at least 2 examples, found " + std::to_string(items.size()));
    for (const Node& item : items) {
      examples.push_back(read_example(item, rule, kinds, std::string_view(side) == "match"));
      if (!names.insert(examples.back().name.en).second)
        item.at("name").fail("another example has this name");
    }
  }
  return examples;
}

}  // namespace loanlint::catalog
