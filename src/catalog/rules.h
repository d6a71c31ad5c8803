// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/conditions.h"
#include "catalog/laws.h"
#include "catalog/rule_files.h"
#include "findings/fact.h"
#include "findings/finding.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// What a rule needs to be decided, from rules/<pack>/<id>.json (docs/writing-rules.md). Its
/// texts are read only for the rules that fire: read_rule_texts().
struct Rule {
  std::string id;  ///< the file's name; never changes
  std::string pack;
  std::vector<std::string> kinds;  ///< `for`; empty: the rule is about no data kind
  findings::Severity severity = findings::Severity::info;
  std::map<std::string, findings::Severity> severity_of;  ///< of a kind, where it differs
  findings::Basis basis = findings::Basis::declared;
  bool fails = false;   ///< a declared finding that fails the verdict
  bool good = false;    ///< a good sign
  bool review = false;  ///< when the condition is unknown, an open question
  Condition when;
  std::vector<std::string> evidence;  ///< facts whose evidence is quoted; empty: those of `when`
  std::vector<std::string> covers;    ///< rules that say less about the same thing
  std::vector<std::string> articles;
  std::map<std::string, std::vector<std::string>> articles_of;  ///< further ones of a kind
  RuleFile file;  ///< where the texts are; its text lives as long as the RuleFiles

  findings::Severity severity_for(std::string_view kind) const;
  std::vector<std::string> articles_for(std::string_view kind) const;
};

/// What a rule says, places like {kind_name} not yet filled.
struct RuleTexts {
  findings::Bilingual title;
  findings::Bilingual message;
  findings::Bilingual open;  ///< instead of the message, when the condition is unknown
  findings::Bilingual why;
  findings::Bilingual advice_borrower;
  findings::Bilingual advice_lender;
};

/// A described package and what the rule must say about it.
struct Example {
  findings::Bilingual name;
  findings::Facts facts;  ///< what is not given is unknown
  std::string kind;       ///< empty: holds for every kind of the rule
  bool match = false;     ///< the rule must fire; else it must not
  bool open = false;      ///< it must fire as an open question
};

/// Which rules a scan uses.
struct Selection {
  std::vector<std::string> packs;  ///< packs besides those on by default
  std::vector<std::string> only;   ///< ids of rules or packs; empty: all that are on
  std::vector<std::string> skip;   ///< ids of rules or packs
};

/// The selected rules, by pack and id. Files of --rules are checked as by check_rules(). Throws
/// UsageError; for an id that does not exist with the nearest that does.
std::vector<Rule> load_rules(const RuleFiles& files, const Selection& selection = {});

/// Every rule of every pack, each file read whole and strictly. Throws UsageError.
std::vector<Rule> check_rules(const RuleFiles& files);

/// The texts of a rule, from its file.
RuleTexts read_rule_texts(const Rule& rule);
/// The examples of a rule, those that match first. `kinds` are the data kinds there are.
std::vector<Example> read_examples(const Rule& rule, const std::vector<std::string>& kinds);

/// `text` with every "{kind}" replaced.
std::string for_kind(std::string_view text, std::string_view kind);

}  // namespace loanlint::catalog
