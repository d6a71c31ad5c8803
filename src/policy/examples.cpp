// SPDX-License-Identifier: Apache-2.0
#include "policy/examples.h"

#include <algorithm>

#include "policy/marked.h"
#include "policy/plain.h"
#include "policy/scope.h"
#include "policy/sentences.h"
#include "policy/statements.h"

namespace loanlint::policy {
namespace {

class Runner {
 public:
  explicit Runner(const Engine& engine) : engine_(engine) {}

  void run(const Entry& entry) {
    const catalog::PolicyPattern& pattern = *entry.source;
    for (const std::string& text : pattern.examples.match) {
      if (!states(pattern, text)) report(pattern, "should match", text);
    }
    for (const std::string& text : pattern.examples.near_miss) {
      if (states(pattern, text)) report(pattern, "near miss matches", text);
    }
    for (const std::string& text : pattern.examples.negation) {
      if (states(pattern, text)) report(pattern, "negation matches", text);
    }
  }

  /// Skips and anaphors state nothing themselves: their patterns are tried as they are.
  void run_bare(const Entry& entry) {
    const catalog::PolicyPattern& pattern = *entry.source;
    const auto check = [&](const std::vector<std::string>& texts, bool wanted, const char* what) {
      for (const std::string& text : texts) {
        if (matches(entry, text) != wanted) report(pattern, what, text);
      }
    };
    check(pattern.examples.match, true, "should match");
    check(pattern.examples.near_miss, false, "near miss matches");
    check(pattern.examples.negation, false, "negation matches");
  }

  /// Every way of saying it that the pattern lists is said in one of its own examples.
  void cover(const Entry& entry) {
    const catalog::PolicyPattern& pattern = *entry.source;
    std::vector<std::string> said;
    for (const std::string& text : pattern.examples.match) {
      for (const Unit& unit : units(text)) add_readings(unit.text, said);
    }
    for (std::size_t i = 0; i < entry.match.size(); ++i) {
      const bool covered = std::any_of(said.begin(), said.end(), [&](const std::string& text) {
        return engine_.set.matches(entry.match[i], text, engine_.set.look(text));
      });
      if (!covered) report(pattern, "no example of", pattern.match[i]);
    }
  }

  std::vector<std::string> problems;

 private:
  /// `text` as it is, and with the nouns of each kind marked.
  void add_readings(const std::string& text, std::vector<std::string>& out) const {
    out.push_back(text);
    const Hits hits = engine_.set.look(text);
    for (const KindEntry& kind : engine_.kinds) {
      const Marked marked = mark(engine_, kind, text, hits, true);
      if (marked.any) out.push_back(marked.text);
    }
  }

  std::vector<Unit> units(const std::string& text) const {
    return split_sentences(read_text(text, false), engine_.rewording);
  }

  bool states(const catalog::PolicyPattern& pattern, const std::string& text) const {
    const std::vector<Unit> all = units(text);
    for (const std::vector<Statement>& statements : read_statements(engine_, all)) {
      for (const Statement& said : statements) {
        if (said.pattern == pattern.id) return true;
      }
    }
    return false;
  }

  bool matches(const Entry& entry, const std::string& text) const {
    for (const Unit& unit : units(text)) {
      const Hits hits = engine_.set.look(unit.text);
      if (engine_.says(entry,
                       entry.source->affirmed ? affirmed(engine_, unit.text, hits) : unit.text,
                       hits)) {
        return true;
      }
    }
    return false;
  }

  void report(const catalog::PolicyPattern& pattern, const char* what, const std::string& text) {
    problems.push_back(pattern.where + ": " + pattern.id + ": " + what + ": " + text);
  }

  const Engine& engine_;
};

}  // namespace

std::vector<std::string> run_examples(const catalog::Lexicon& /*lexicon*/, const Engine& engine) {
  engine.set.check();
  Runner runner(engine);
  for (const std::vector<Entry>* bare :
       {&engine.skips, &engine.anaphors, &engine.references, &engine.purposes, &engine.negations,
        &engine.conditional_clauses, &engine.continuations, &engine.conditions,
        &engine.recipients}) {
    for (const Entry& entry : *bare) {
      runner.run_bare(entry);
      runner.cover(entry);
    }
  }
  const auto run_all = [&runner](const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
      runner.run(entry);
      runner.cover(entry);
    }
  };
  run_all(engine.topics);
  run_all(engine.denials);
  run_all(engine.disclosures);
  for (const KindEntry& kind : engine.kinds) run_all(kind.direct);
  return std::move(runner.problems);
}

}  // namespace loanlint::policy
