// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "catalog/link_words.h"
#include "catalog/rule_files.h"

namespace loanlint::catalog {

/// Sentences that prove a pattern: written by us, named by what they show.
struct PatternExamples {
  std::vector<std::string> match;      ///< gives the statement
  std::vector<std::string> near_miss;  ///< looks alike and does not
  std::vector<std::string> negation;   ///< says the opposite, and does not either
};

/// One way of saying something. `match`, `unless` and `under` are pattern templates as
/// docs/policy-patterns.md describes them: RE2 syntax with <word classes> and <..n> gaps.
struct PolicyPattern {
  std::string id;                   ///< unique over all files: "forced-service-refused"
  std::string type;                 ///< what it states: "discloses", "forced", "withdrawal", …
  std::string mode;                 ///< how: "device", "full", "service"; may be empty
  bool negative = false;            ///< states the opposite of `type`: "refusal has no effect"
  bool partial = false;             ///< denies one use of the data, not that they are taken
  bool referring = false;           ///< of denials: also of what "该等信息" refers to
  bool affirmed = false;            ///< clauses that are denied are not looked at
  std::vector<std::string> match;   ///< any of these
  std::vector<std::string> unless;  ///< and none of these, in the same sentence
  std::vector<std::string> under;   ///< and, if given, any of these in the heading or lead-in
  PatternExamples examples;
  std::string where;  ///< file, for error messages
};

/// How one data kind is spoken of: the key "phrases" of rules/data/<kind>.json.
struct KindPhrases {
  std::string kind;
  std::vector<std::string> nouns;       ///< names of the data
  std::vector<std::string> traps;       ///< wordings that hold a noun and mean something else
  std::vector<PolicyPattern> patterns;  ///< read before nouns are marked
  struct Mode {
    std::string mode;
    std::vector<std::string> match;  ///< on the marked sentence
  };
  std::vector<Mode> modes;  ///< most telling first; the last resort is the pattern's own mode
  std::vector<std::string> mode_order;  ///< which mode speaks for a document that has several
  /// Modes that a denial of the rest does not contradict: one chosen entry, the code only.
  std::vector<std::string> narrow_modes;
};

/// What makes a document one of a kind, with points per sign.
struct DocumentSigns {
  std::string kind;  ///< "policy", "agreement", "authorisation", "sdk_list", "licence", …
  struct Sign {
    std::string match;
    std::int64_t points = 0;
  };
  std::vector<Sign> name;   ///< on the entry's name
  std::vector<Sign> title;  ///< on the title or the first lines
  std::vector<Sign> body;   ///< on the text; each counts once
  bool statements = true;   ///< read for statements at all
};

/// Everything the reader of policies knows: rules/policy/ and the phrases of rules/data/.
struct Lexicon {
  std::map<std::string, std::vector<std::string>> words;  ///< class name → templates
  std::map<std::string, std::string> regional;  ///< words of Hong Kong and Taiwan → the mainland's
  std::vector<PolicyPattern> patterns;          ///< rules/policy/<topic>.json
  std::vector<KindPhrases> kinds;               ///< by kind name
  std::vector<DocumentSigns> documents;
  LinkWords links;
  std::map<std::string, std::vector<std::string>> languages;  ///< code → words that betray it
};

/// Throws UsageError naming the file and place of what is wrong.
Lexicon load_lexicon(const RuleFiles& files);

}  // namespace loanlint::catalog
