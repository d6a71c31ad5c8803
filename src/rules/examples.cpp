// SPDX-License-Identifier: Apache-2.0
#include "rules/examples.h"

#include <algorithm>

#include "rules/truth.h"

namespace loanlint::rules {
namespace {

using catalog::Example;
using catalog::Rule;
using findings::Facts;
using findings::Tri;

/// The facts of an example with {kind} put in.
Facts facts_for(const Example& example, const std::string& kind) {
  Facts facts;
  for (const Facts::Named* fact : example.facts.sorted())
    facts.set(catalog::for_kind(fact->first, kind), fact->second);
  return facts;
}

bool says_unknown(const Example& example) {
  const std::vector<const Facts::Named*> facts = example.facts.sorted();
  return std::any_of(facts.begin(), facts.end(),
                     [](const Facts::Named* fact) { return fact->second.unknown(); });
}

bool kept(const Rule& rule, const Example& example, Tri got) {
  if (example.match) return got == (example.open ? Tri::unknown : Tri::yes);
  if (got == Tri::no) return true;
  return got == Tri::unknown && !rule.review && says_unknown(example);
}

}  // namespace

ExampleCheck check_examples(const Rule& rule, const std::vector<std::string>& kinds) {
  ExampleCheck check;
  for (const Example& example : catalog::read_examples(rule, kinds)) {
    std::vector<std::string> asked{example.kind};
    if (example.kind.empty() && !rule.kinds.empty()) asked = rule.kinds;
    for (const std::string& kind : asked) {
      ++check.tried;
      const Tri got = value_of(rule.when, facts_for(example, kind), kind);
      if (kept(rule, example, got)) continue;
      check.broken.push_back(
          {rule.id, rule.file.shown, example.name, kind, example.match, example.open, got});
    }
  }
  return check;
}

}  // namespace loanlint::rules
