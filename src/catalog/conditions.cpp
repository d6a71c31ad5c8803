// SPDX-License-Identifier: Apache-2.0
#include "catalog/conditions.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/fact_names.h"

namespace loanlint::catalog {
namespace {

constexpr std::size_t kMaxDepth = 16;

FactType type_for(Test test) {
  switch (test) {
    case Test::in:
      return FactType::text;
    case Test::below:
    case Test::at_least:
      return FactType::number;
    case Test::contains:
      return FactType::list;
    case Test::yes:
      break;
  }
  return FactType::tri;
}

void check_fact(const Node& node, const Condition& condition,
                const std::vector<std::string>& kinds) {
  const FactName* known = find_fact_name(condition.fact, kinds);
  if (known == nullptr) {
    const std::optional<std::string> meant = nearest_fact(condition.fact, kinds);
    node.at("fact").fail("there is no fact \"" + condition.fact + '"' +
                         (meant ? "; did you mean \"" + *meant + "\"?" : ""));
  }
  if (condition.test == Test::yes) {
    if (known->type == FactType::number)
      node.fail("fact \"" + condition.fact + "\" is a number: ask \"below\" or \"at_least\"");
    return;
  }
  const FactType asked = type_for(condition.test);
  if (known->type != asked) {
    node.fail("fact \"" + condition.fact + "\" is of type " + std::string(name(known->type)) +
              ", this asks for a " + std::string(name(asked)));
  }
  if (condition.test != Test::in || known->values.empty()) return;
  for (const std::string& word : condition.words) {
    if (std::find(known->values.begin(), known->values.end(), word) != known->values.end())
      continue;
    const std::optional<std::string> meant =
        nearest(word, std::vector<std::string>(known->values.begin(), known->values.end()));
    node.fail("fact \"" + condition.fact + "\" is never \"" + word + '"' +
              (meant ? "; did you mean \"" + *meant + "\"?" : ""));
  }
}

Condition read_fact(const Node& node, const std::vector<std::string>* kinds) {
  node.only({"fact", "is", "in", "below", "at_least", "contains"});
  Condition condition;
  condition.op = Condition::Op::fact;
  condition.fact = node.at("fact").text();
  if (node.value().size() > 2) node.fail("expected one question about the fact");
  if (const auto is = node.find("is")) {
    condition.test = Test::in;
    condition.words = {is->text()};
  } else if (const auto in = node.find("in")) {
    condition.test = Test::in;
    condition.words = in->texts();
    if (condition.words.empty()) in->fail("expected at least one value");
  } else if (const auto below = node.find("below")) {
    condition.test = Test::below;
    condition.number = below->integer();
  } else if (const auto at_least = node.find("at_least")) {
    condition.test = Test::at_least;
    condition.number = at_least->integer();
  } else if (const auto contains = node.find("contains")) {
    condition.test = Test::contains;
    condition.words = {contains->text()};
  }
  if (kinds != nullptr) check_fact(node, condition, *kinds);
  return condition;
}

Condition read(const Node& node, const std::vector<std::string>* kinds, std::size_t depth) {
  if (depth > kMaxDepth) node.fail("conditions are nested too deep");
  if (node.has("fact")) return read_fact(node, kinds);
  node.only({"all", "any", "not", "fact"});
  if (node.value().size() != 1) node.fail("expected one of \"all\", \"any\", \"not\" and \"fact\"");
  Condition condition;
  if (const auto negated = node.find("not")) {
    condition.op = Condition::Op::negation;
    condition.parts.push_back(read(*negated, kinds, depth + 1));
    return condition;
  }
  const bool all = node.has("all");
  condition.op = all ? Condition::Op::all : Condition::Op::any;
  const Node list = node.at(all ? "all" : "any");
  for (const Node& part : list.items()) condition.parts.push_back(read(part, kinds, depth + 1));
  if (condition.parts.empty()) list.fail("expected at least one condition");
  return condition;
}

/// The questions that must all be answered yes (or, negated, no) for the condition to hold.
struct Demand {
  const Condition* question;
  bool wanted;
};

void demands(const Condition& condition, bool wanted, std::vector<Demand>& out) {
  using Op = Condition::Op;
  if (condition.op == Op::fact) {
    out.push_back({&condition, wanted});
  } else if (condition.op == Op::negation) {
    demands(condition.parts.front(), !wanted, out);
  } else if (condition.parts.size() == 1 || (condition.op == Op::all) == wanted) {
    for (const Condition& part : condition.parts) demands(part, wanted, out);
  }
}

/// Whether two demands on one fact exclude each other.
bool exclude(const Demand& left, const Demand& right) {
  const Condition& a = *left.question;
  const Condition& b = *right.question;
  if (a.test == b.test && a.words == b.words && a.number == b.number)
    return left.wanted != right.wanted;
  if (left.wanted && right.wanted) {
    if (a.test == Test::in && b.test == Test::in) {
      return std::none_of(a.words.begin(), a.words.end(), [&](const std::string& word) {
        return std::find(b.words.begin(), b.words.end(), word) != b.words.end();
      });
    }
    if (a.test == Test::below && b.test == Test::at_least) return a.number <= b.number;
    if (a.test == Test::at_least && b.test == Test::below) return b.number <= a.number;
  }
  // "not x" leaves nothing for "x is …" or "x contains …".
  if (a.test == Test::yes && !left.wanted && right.wanted) return b.test != Test::yes;
  if (b.test == Test::yes && !right.wanted && left.wanted) return a.test != Test::yes;
  return false;
}

}  // namespace

Condition read_condition(const Node& node, const std::vector<std::string>* kinds) {
  return read(node, kinds, 0);
}

std::optional<std::string> contradiction(const Condition& condition) {
  std::vector<Demand> all;
  demands(condition, true, all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (all[i].question->fact != all[j].question->fact) continue;
      if (exclude(all[i], all[j]))
        return "this can never hold: it contradicts itself about \"" + all[i].question->fact + '"';
    }
  }
  if (condition.op == Condition::Op::any || condition.op == Condition::Op::all) {
    for (const Condition& part : condition.parts) {
      if (auto problem = contradiction(part)) return problem;
    }
  }
  return std::nullopt;
}

std::vector<std::string> facts_of(const Condition& condition) {
  if (condition.op == Condition::Op::fact) return {condition.fact};
  std::vector<std::string> found;
  for (const Condition& part : condition.parts) {
    for (std::string& fact : facts_of(part)) {
      if (std::find(found.begin(), found.end(), fact) == found.end())
        found.push_back(std::move(fact));
    }
  }
  return found;
}

}  // namespace loanlint::catalog
