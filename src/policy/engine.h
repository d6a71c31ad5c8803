// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/lexicon.h"
#include "policy/pattern_set.h"
#include "policy/rewording.h"

namespace loanlint::policy {

/// What stands for a data kind's noun in a marked sentence, and for one that was used up.
inline constexpr std::string_view kMark = "◆";
inline constexpr std::string_view kBlank = "□";

/// A pattern of the lexicon with the numbers of its templates in the PatternSet.
struct Entry {
  const catalog::PolicyPattern* source = nullptr;
  std::vector<std::size_t> match;
  std::vector<std::size_t> unless;
  std::size_t place = 0;  ///< which `under` that is: several entries have the same
};

/// A data kind, ready to be looked for.
struct KindEntry {
  const catalog::KindPhrases* source = nullptr;
  std::size_t nouns = 0;  ///< one pattern of all nouns
  std::size_t traps = 0;  ///< one pattern of all traps
  bool has_traps = false;
  std::vector<Entry> direct;
  struct Mode {
    const std::string* mode = nullptr;
    std::vector<std::size_t> match;
  };
  std::vector<Mode> modes;
};

/// The lexicon, expanded and filed. Patterns compile when they are first needed.
class Engine {
 public:
  explicit Engine(const catalog::Lexicon& lexicon);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  PatternSet set;
  Rewording rewording;
  std::vector<Entry> skips;       ///< type "skip": sentences that say nothing about `mode`
  std::vector<Entry> topics;      ///< on the sentence as it is
  std::vector<Entry> purposes;    ///< type "purpose": on sentences that disclose a kind
  std::vector<Entry> anaphors;    ///< type "anaphor": a sentence that goes on about the last one
  std::vector<Entry> references;  ///< type "reference": names data that were named before
  std::vector<Entry> negations;   ///< type "negation": where a clause starts to deny
  std::vector<Entry> conditional_clauses;  ///< type "conditional_clause": denies nothing
  std::vector<Entry> continuations;        ///< type "continuation": goes on with the clause before
  std::vector<Entry> conditions;   ///< type "condition": what must be so for the rest to hold
  std::vector<Entry> recipients;   ///< type "recipient": who gets the data
  std::vector<Entry> denials;      ///< type "denies", on the marked sentence
  std::vector<Entry> disclosures;  ///< type "discloses", on the marked sentence
  std::vector<KindEntry> kinds;
  /// The templates of every different `under`.
  std::vector<std::vector<std::size_t>> places;

  /// True when `text` matches `entry` and nothing of its `unless`.
  bool says(const Entry& entry, std::string_view text, const Hits& hits) const;
  bool any(const std::vector<std::size_t>& numbers, std::string_view text, const Hits& hits) const;

 private:
  std::size_t add(const std::string& pattern, const std::string& where);
  std::vector<std::size_t> add_all(const std::vector<std::string>& patterns,
                                   const std::string& where);
  std::size_t add_joined(const std::vector<std::string>& patterns, const std::string& where);
  Entry entry(const catalog::PolicyPattern& source);
  std::vector<Entry>& list_of(const catalog::PolicyPattern& pattern);

  const catalog::Lexicon& lexicon_;
  std::map<std::vector<std::string>, std::size_t> place_numbers_;
};

}  // namespace loanlint::policy
