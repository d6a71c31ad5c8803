// SPDX-License-Identifier: Apache-2.0
#include "rules/truth.h"

#include <algorithm>
#include <utility>

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

/// Asks the conditions of one rule about one package and one data kind.
class Decision {
 public:
  Decision(const findings::Facts& facts, std::string_view kind) : facts_(facts), kind_(kind) {}

  Tri of(const Condition& condition) const {
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

  /// Adds the facts that decide `condition`, whose value is known to be `value`: those of the parts
  /// that have it.
  void trace(const Condition& condition, Tri value, std::vector<std::string>& decided) const {
    if (condition.op == Condition::Op::fact) {
      std::string name = catalog::for_kind(condition.fact, kind_);
      if (!holds(decided, name)) decided.push_back(std::move(name));
      return;
    }
    if (condition.op == Condition::Op::negation) value = !value;
    for (const Condition& part : condition.parts) {
      if (of(part) == value) trace(part, value, decided);
    }
  }

 private:
  const Fact* fact(const std::string& name) const {
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
  const Decision decision(facts, kind);
  Truth truth;
  truth.value = decision.of(condition);
  decision.trace(condition, truth.value, truth.facts);
  return truth;
}

}  // namespace loanlint::rules
