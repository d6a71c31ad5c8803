// SPDX-License-Identifier: Apache-2.0
#include "policy/engine.h"

#include <algorithm>

namespace loanlint::policy {
namespace {

bool is_marked(const catalog::PolicyPattern& pattern) {
  return std::any_of(pattern.match.begin(), pattern.match.end(),
                     [](const std::string& text) { return text.find(kMark) != std::string::npos; });
}

}  // namespace

Engine::Engine(const catalog::Lexicon& lexicon) : rewording(lexicon.regional), lexicon_(lexicon) {
  for (const catalog::PolicyPattern& pattern : lexicon.patterns) {
    list_of(pattern).push_back(entry(pattern));
  }
  for (const catalog::KindPhrases& phrases : lexicon.kinds) {
    const std::string where = "rules/data/" + phrases.kind + ".json";
    KindEntry kind;
    kind.source = &phrases;
    kind.nouns = add_joined(phrases.nouns, where + ": nouns");
    kind.has_traps = !phrases.traps.empty();
    if (kind.has_traps) kind.traps = add_joined(phrases.traps, where + ": traps");
    for (const catalog::PolicyPattern& pattern : phrases.patterns) {
      kind.direct.push_back(entry(pattern));
    }
    for (const catalog::KindPhrases::Mode& mode : phrases.modes) {
      kind.modes.push_back({&mode.mode, add_all(mode.match, where + ": mode " + mode.mode)});
    }
    kinds.push_back(std::move(kind));
  }
  set.seal();
}

std::vector<Entry>& Engine::list_of(const catalog::PolicyPattern& pattern) {
  if (pattern.type == "skip") return skips;
  if (pattern.type == "purpose") return purposes;
  if (pattern.type == "anaphor") return anaphors;
  if (pattern.type == "reference") return references;
  if (pattern.type == "negation") return negations;
  if (pattern.type == "conditional_clause") return conditional_clauses;
  if (pattern.type == "continuation") return continuations;
  if (pattern.type == "condition") return conditions;
  if (pattern.type == "recipient") return recipients;
  if (!is_marked(pattern)) return topics;
  return pattern.type == "denies" ? denials : disclosures;
}

std::size_t Engine::add(const std::string& pattern, const std::string& where) {
  return set.add(expand(pattern, lexicon_.words, where), where);
}

std::vector<std::size_t> Engine::add_all(const std::vector<std::string>& patterns,
                                         const std::string& where) {
  std::vector<std::size_t> out;
  for (const std::string& pattern : patterns) out.push_back(add(pattern, where));
  return out;
}

std::size_t Engine::add_joined(const std::vector<std::string>& patterns, const std::string& where) {
  std::string all;
  for (const std::string& pattern : patterns) all += (all.empty() ? "(?:" : "|(?:") + pattern + ")";
  return add(all, where);
}

Entry Engine::entry(const catalog::PolicyPattern& source) {
  const std::string where = source.where + ": " + source.id;
  Entry entry{&source, add_all(source.match, where), add_all(source.unless, where), 0};
  if (source.under.empty()) return entry;
  const auto [known, added] = place_numbers_.try_emplace(source.under, places.size());
  if (added) places.push_back(add_all(source.under, where));
  entry.place = known->second;
  return entry;
}

bool Engine::any(const std::vector<std::size_t>& numbers, std::string_view text,
                 const Hits& hits) const {
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](std::size_t number) { return set.matches(number, text, hits); });
}

bool Engine::says(const Entry& entry, std::string_view text, const Hits& hits) const {
  return any(entry.match, text, hits) && !any(entry.unless, text, hits);
}

}  // namespace loanlint::policy
