// SPDX-License-Identifier: Apache-2.0
#include "rules/evaluate.h"

#include <algorithm>
#include <string>

#include "base/limits.h"
#include "rules/truth.h"
#include "rules/wording.h"

namespace loanlint::rules {
namespace {

using catalog::Rule;
using findings::Evidence;
using findings::Facts;
using findings::Finding;
using findings::Tri;

std::vector<Evidence> evidence_of(const Facts& facts, const std::vector<std::string>& names) {
  const std::size_t most = Limits{}.evidence_per_fact;
  std::vector<Evidence> all;
  for (const std::string& name : names) {
    const findings::Fact* fact = facts.find(name);
    if (fact == nullptr) continue;
    for (const Evidence& piece : fact->evidence) {
      if (all.size() == most) return all;
      if (std::find(all.begin(), all.end(), piece) == all.end()) all.push_back(piece);
    }
  }
  return all;
}

std::vector<std::string> quoted_facts(const Rule& rule, const Truth& truth, std::string_view kind) {
  if (rule.evidence.empty()) return truth.facts;
  std::vector<std::string> names;
  for (const std::string& name : rule.evidence) names.push_back(catalog::for_kind(name, kind));
  return names;
}

struct Fired {
  const Rule* rule;
  std::string kind;
  Truth truth;
};

std::vector<Fired> fire(const Facts& facts, std::span<const Rule> rules) {
  std::vector<Fired> fired;
  const std::vector<std::string> none{std::string()};
  for (const Rule& rule : rules) {
    for (const std::string& kind : rule.kinds.empty() ? none : rule.kinds) {
      const Tri value = value_of(rule.when, facts, kind);
      if (value == Tri::yes || (value == Tri::unknown && rule.review))
        fired.push_back({&rule, kind, decide(rule.when, facts, kind)});
    }
  }
  return fired;
}

/// Whether `strong` says all that `weak` says, and more.
bool covers(const Fired& strong, const Fired& weak) {
  if (strong.truth.value != Tri::yes) return false;
  if (!weak.kind.empty() && weak.kind != strong.kind) return false;
  const std::vector<std::string>& ids = strong.rule->covers;
  return std::find(ids.begin(), ids.end(), weak.rule->id) != ids.end();
}

Finding finding_of(const Fired& fired, const Facts& facts, const catalog::Kinds& kinds,
                   const catalog::Texts& texts) {
  const Rule& rule = *fired.rule;
  const catalog::RuleTexts words = catalog::read_rule_texts(rule);
  const Wording wording(facts, kinds, texts, fired.kind);
  Finding finding;
  finding.rule = rule.id;
  finding.pack = rule.pack;
  finding.kind = fired.kind;
  finding.severity = rule.severity_for(fired.kind);
  finding.basis = rule.basis;
  finding.open = fired.truth.value == Tri::unknown;
  finding.fails = rule.fails;
  finding.good = rule.good;
  finding.title = wording.fill(words.title);
  finding.message =
      finding.open ? wording.fill(words.open, fired.truth.facts) : wording.fill(words.message);
  finding.why = wording.fill(words.why);
  finding.advice_borrower = wording.fill(words.advice_borrower);
  finding.advice_lender = wording.fill(words.advice_lender);
  finding.articles = rule.articles_for(fired.kind);
  finding.evidence = evidence_of(facts, quoted_facts(rule, fired.truth, fired.kind));
  finding.fingerprint = findings::fingerprint(finding);
  return finding;
}

}  // namespace

std::vector<Finding> evaluate(const Facts& facts, std::span<const Rule> rules,
                              const catalog::Kinds& kinds, const catalog::Texts& texts) {
  const std::vector<Fired> fired = fire(facts, rules);
  std::vector<Finding> found;
  for (const Fired& candidate : fired) {
    const bool covered = std::any_of(fired.begin(), fired.end(),
                                     [&](const Fired& other) { return covers(other, candidate); });
    if (!covered) found.push_back(finding_of(candidate, facts, kinds, texts));
  }
  std::sort(found.begin(), found.end(), findings::before);
  return found;
}

}  // namespace loanlint::rules
