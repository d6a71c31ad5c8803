// SPDX-License-Identifier: Apache-2.0
#include "report/verdict_words.h"

#include <algorithm>

#include "report/summary.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

using findings::Facts;
using findings::ScanResult;
using findings::Tri;
using findings::Verdict;

using Kinds = std::vector<std::string>;

template <typename Condition>
Kinds kinds_where(const Condition& condition) {
  Kinds out;
  for (const std::string_view kind : kCoreKinds) {
    if (condition(kind)) out.emplace_back(kind);
  }
  return out;
}

/// Clauses of one sentence; a clause about the same kinds as the one before, or as the first, does
/// not repeat them.
class Sentence {
 public:
  explicit Sentence(const Voice& voice) : voice_(voice) {}

  void add(const std::string& key, const Kinds& kinds) {
    if (kinds.empty()) return;
    if (kinds == last_ && has(key + ".same")) {
      clauses_.push_back(voice_(key + ".same"));
    } else if (kinds == first_ && has(key + ".all")) {
      clauses_.push_back(voice_(key + ".all"));
    } else {
      clauses_.push_back(voice_(key, {voice_.kinds(kinds)}));
    }
    if (first_.empty()) first_ = kinds;
    last_ = kinds;
  }
  void add(const std::string& key) { clauses_.push_back(voice_(key)); }
  bool empty() const { return clauses_.empty(); }

  std::string text(const std::string& subject) const {
    std::string out = subject;
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      if (i > 0) out += voice_(i + 1 == clauses_.size() ? "brief.last_clause" : "brief.clause");
      out += clauses_[i];
    }
    return out + voice_("brief.end");
  }

 private:
  bool has(const std::string& key) const { return voice_.words().texts().has(key); }

  const Voice& voice_;
  std::vector<std::string> clauses_;
  Kinds first_;
  Kinds last_;
};

/// The app can get at the data: it asks for them, or is sent a copy.
bool asked(const Facts& facts, std::string_view kind) {
  return holds(facts, kind, "asked") || holds(facts, kind, "received");
}

bool read_by_code(const Facts& facts, std::string_view kind) {
  return holds(facts, kind, "used") && !holds(facts, kind, "dead");
}

void add_package(const Facts& facts, Sentence& sentence) {
  const Kinds all = kinds_where([&](std::string_view kind) { return asked(facts, kind); });
  if (all.empty()) {
    const Kinds unknown = kinds_where([&](std::string_view kind) {
      const findings::Fact* fact = find_fact(facts, kind, "asked");
      return fact == nullptr || fact->tri() == Tri::unknown;
    });
    sentence.add(unknown.empty() ? "brief.asks_none" : "brief.asks_unknown");
  }
  sentence.add("brief.asks",
               kinds_where([&](std::string_view kind) { return holds(facts, kind, "asked"); }));
  sentence.add("brief.receives", kinds_where([&](std::string_view kind) {
                 return holds(facts, kind, "received") && !holds(facts, kind, "asked");
               }));
  sentence.add("brief.sends", kinds_where([&](std::string_view kind) {
                 return asked(facts, kind) && leaves_phone(facts, kind);
               }));
  sentence.add("brief.uses", kinds_where([&](std::string_view kind) {
                 return asked(facts, kind) && read_by_code(facts, kind) &&
                        !leaves_phone(facts, kind);
               }));
  sentence.add("brief.uses_unasked", kinds_where([&](std::string_view kind) {
                 return !asked(facts, kind) && read_by_code(facts, kind);
               }));
}

void add_policy(const Facts& facts, Sentence& sentence) {
  const auto where = [&](const char* name) {
    return kinds_where([&](std::string_view kind) { return holds(facts, kind, name); });
  };
  sentence.add("brief.for_collection", where("for_collection"));
  sentence.add("brief.forced", where("forced"));
  sentence.add("brief.denied", kinds_where([&](std::string_view kind) {
                 return holds(facts, kind, "denied") && !holds(facts, kind, "disclosed") &&
                        (asked(facts, kind) || holds(facts, kind, "used"));
               }));
  sentence.add("brief.silent", kinds_where([&](std::string_view kind) {
                 const findings::Fact* disclosed = find_fact(facts, kind, "disclosed");
                 return disclosed != nullptr && disclosed->tri() == Tri::no &&
                        !holds(facts, kind, "denied") && asked(facts, kind);
               }));
}

std::size_t count_accepted(const ScanResult& result) {
  return static_cast<std::size_t>(
      std::count_if(result.findings.begin(), result.findings.end(),
                    [](const findings::Finding& finding) { return finding.accepted; }));
}

bool clean_by_acceptance(const ScanResult& result) {
  return result.verdict == Verdict::pass && count_accepted(result) > 0;
}

bool is_loan(const Facts& facts) {
  const findings::Fact* category = facts.find("category");
  if (category == nullptr) return false;
  const auto* value = std::get_if<std::string>(&category->value);
  return value != nullptr && *value == "loan";
}

}  // namespace

std::string verdict_words(const ScanResult& result, const Voice& voice) {
  if (clean_by_acceptance(result)) {
    return voice("verdict.accepted", {std::to_string(count_accepted(result))});
  }
  return voice("verdict." + std::string(findings::name(result.verdict)));
}

std::string verdict_sentence(const ScanResult& result, const Voice& voice) {
  const Facts& facts = result.facts;
  Sentence sentence(voice);
  const bool policy_alone = result.identity.input == "policy";
  if (!policy_alone) add_package(facts, sentence);
  add_policy(facts, sentence);
  if (sentence.empty()) return {};
  std::string out = sentence.text(voice(policy_alone     ? "brief.policy"
                                        : is_loan(facts) ? "brief.loan"
                                                         : "brief.app"));
  const bool any = !kinds_where([&](std::string_view kind) { return asked(facts, kind); }).empty();
  if (is_loan(facts) && any) out += voice("brief.not_needed");
  return out;
}

std::string verdict_advice(const ScanResult& result, const Voice& voice) {
  if (clean_by_acceptance(result)) {
    return voice("plain.verdict.accepted", {std::to_string(count_accepted(result))});
  }
  return voice("plain.verdict." + std::string(findings::name(result.verdict)));
}

}  // namespace loanlint::report
