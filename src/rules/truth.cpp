// SPDX-License-Identifier: Apache-2.0
#include "rules/truth.h"

#include <algorithm>

#include "catalog/rules.h"

namespace loanlint::rules {
namespace {

using catalog::Condition;
using catalog::Test;
using findings::Fact;
using findings::Tri;

Tri tri(bool value) { return value ? Tri::yes : Tri::no; }

bool holds(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

Tri ask(const Condition& question, const Fact* fact) {
  if (fact == nullptr || fact->unknown()) return Tri::unknown;
  if (question.test == Test::yes) return fact->tri();
  if (fact->tri() == Tri::no) return Tri::no;  // there is no such thing to ask about
  if (const auto* text = std::get_if<std::string>(&fact->value))
    return tri(question.test == Test::in && holds(question.words, *text));
  if (const auto* list = std::get_if<std::vector<std::string>>(&fact->value))
    return tri(question.test == Test::contains && holds(*list, question.words.front()));
  if (const auto* number = std::get_if<std::int64_t>(&fact->value)) {
    if (question.test == Test::below) return tri(*number < question.number);
    if (question.test == Test::at_least) return tri(*number >= question.number);
  }
  return Tri::unknown;  // a plain yes where a value is asked for: it is there, but which?
}

void add(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& fact : from) {
    if (!holds(to, fact)) to.push_back(fact);
  }
}

/// Decides without a trace: most rules do not fire, and nobody asks why.
class Decision {
 public:
  Decision(const findings::Facts& facts, std::string_view kind) : facts_(facts), kind_(kind) {}

  Tri of(const Condition& condition) {
    if (condition.op == Condition::Op::fact) return ask(condition, fact(condition.fact));
    if (condition.op == Condition::Op::negation) return !of(condition.parts.front());
    const bool all = condition.op == Condition::Op::all;
    Tri value = all ? Tri::yes : Tri::no;
    const Tri last = !value;  // nothing moves it any more
    for (const Condition& part : condition.parts) {
      value = all ? std::min(value, of(part)) : std::max(value, of(part));
      if (value == last) break;
    }
    return value;
  }

 private:
  const Fact* fact(const std::string& name) {
    if (name.find('{') == std::string::npos) return facts_.find(name);
    return facts_.find(catalog::for_kind(name, kind_));
  }

  const findings::Facts& facts_;
  std::string_view kind_;
};

}  // namespace

Tri value_of(const Condition& condition, const findings::Facts& facts, std::string_view kind) {
  return Decision(facts, kind).of(condition);
}

Truth decide(const Condition& condition, const findings::Facts& facts, std::string_view kind) {
  if (condition.op == Condition::Op::fact) {
    std::string name = catalog::for_kind(condition.fact, kind);
    const Tri value = ask(condition, facts.find(name));
    return {value, {std::move(name)}};
  }
  if (condition.op == Condition::Op::negation) {
    Truth inner = decide(condition.parts.front(), facts, kind);
    inner.value = !inner.value;
    return inner;
  }
  const bool all = condition.op == Condition::Op::all;
  Truth result{all ? Tri::yes : Tri::no, {}};
  for (const Condition& part : condition.parts) {
    const Truth truth = decide(part, facts, kind);
    const bool moves = all ? truth.value < result.value : truth.value > result.value;
    if (moves) {
      result = truth;
    } else if (truth.value == result.value) {
      add(result.facts, truth.facts);
    }
  }
  return result;
}

}  // namespace loanlint::rules
