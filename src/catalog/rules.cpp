// SPDX-License-Identifier: Apache-2.0
#include "catalog/rules.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "catalog/members.h"
#include "catalog/packs.h"
#include "catalog/rule_check.h"

namespace loanlint::catalog {
namespace {

using findings::Severity;

Severity read_severity(const Node& node) {
  const std::string text = node.text();
  const std::optional<Severity> severity = findings::parse_severity(text);
  if (!severity)
    node.fail("unknown severity \"" + text + "\"; expected critical, high, medium, low or info");
  return *severity;
}

/// "severity": "high", or one for each data kind: {"contacts": "critical", "sms": "high"}.
void read_severities(const Node& node, Rule& rule) {
  if (!node.is_object()) {
    rule.severity = read_severity(node);
    return;
  }
  for (const auto& [kind, value] : node.members()) {
    if (std::find(rule.kinds.begin(), rule.kinds.end(), kind) == rule.kinds.end())
      value.fail("\"" + kind + "\" is not in \"for\"");
    rule.severity_of[kind] = read_severity(value);
    rule.severity = std::max(rule.severity, rule.severity_of[kind]);
  }
  for (const std::string& kind : rule.kinds) {
    if (!rule.severity_of.contains(kind)) node.fail("no severity for \"" + kind + '"');
  }
}

findings::Basis read_basis(const Node& node) {
  const std::string text = node.text();
  const std::optional<findings::Basis> basis = findings::parse_basis(text);
  if (!basis) node.fail("unknown basis \"" + text + "\"; expected declared, coded or admitted");
  return *basis;
}

void read_articles(const Members& members, Rule& rule) {
  rule.articles = members.at("articles").texts();
  const std::optional<Node> further = members.find("articles_for");
  if (!further) return;
  for (const auto& [kind, list] : further->members()) {
    if (std::find(rule.kinds.begin(), rule.kinds.end(), kind) == rule.kinds.end())
      list.fail("\"" + kind + "\" is not in \"for\"");
    rule.articles_of[kind] = list.texts();
  }
}

bool flag(const Members& members, std::string_view key) {
  const std::optional<Node> node = members.find(key);
  return node && node->boolean();
}

/// "no-retention": what the schema asks of an id.
bool is_id(std::string_view id) {
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && is_plain(id.front()) && is_plain(id.back()) &&
         id.find("--") == std::string_view::npos &&
         std::all_of(id.begin(), id.end(), [&](char c) { return is_plain(c) || c == '-'; });
}

Rule read_rule(const RuleFile& file, std::string pack, Reading reading,
               const std::vector<std::string>* kinds) {
  const Members members(file, reading);
  members.only({"$schema", "id", "title", "for", "severity", "basis", "fails", "good", "when",
                "unknown", "open", "articles", "articles_for", "message", "why", "advice",
                "evidence", "covers", "examples"});
  Rule rule;
  rule.file = file;
  rule.pack = std::move(pack);
  const Node id = members.at("id");
  rule.id = id.text();
  if (rule.id != file.id()) id.fail("expected the file's name, \"" + file.id() + '"');
  if (!is_id(rule.id)) id.fail("expected small letters, digits and single hyphens");
  if (const auto list = members.find("for")) rule.kinds = list->texts();
  read_severities(members.at("severity"), rule);
  rule.basis = read_basis(members.at("basis"));
  rule.fails = flag(members, "fails");
  rule.good = flag(members, "good");
  if (const auto unknown = members.find("unknown")) {
    if (unknown->text() != "review") unknown->fail("expected \"review\"");
    rule.review = true;
  }
  rule.when = read_condition(members.at("when"), kinds);
  if (const auto list = members.find("evidence")) rule.evidence = list->texts();
  if (const auto list = members.find("covers")) rule.covers = list->texts();
  read_articles(members, rule);
  return rule;
}

struct Known {
  std::set<std::string> rules;
  std::set<std::string> packs;
};

/// Whether one of `ids` names the rule or its pack.
bool named(const std::vector<std::string>& ids, const Rule& rule) {
  return std::any_of(ids.begin(), ids.end(),
                     [&](const std::string& id) { return id == rule.id || id == rule.pack; });
}

[[noreturn]] void unknown_id(const std::string& flag, const std::string& id,
                             const std::vector<std::string>& candidates) {
  const std::optional<std::string> meant = nearest(id, candidates);
  throw UsageError(flag + ": there is no " + (flag == "--pack" ? "pack" : "rule or pack") + " \"" +
                   id + '"' + (meant ? "; did you mean \"" + *meant + "\"?" : ""));
}

void check_selection(const Selection& selection, const Known& known) {
  const std::vector<std::string> packs(known.packs.begin(), known.packs.end());
  for (const std::string& id : selection.packs) {
    if (!known.packs.contains(id)) unknown_id("--pack", id, packs);
  }
  std::vector<std::string> both(known.rules.begin(), known.rules.end());
  both.insert(both.end(), packs.begin(), packs.end());
  const auto check = [&](const char* flag, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      if (!known.rules.contains(id) && !known.packs.contains(id)) unknown_id(flag, id, both);
    }
  };
  check("--only", selection.only);
  check("--skip", selection.skip);
}

/// Every rule of every pack; each file read as `reading` says.
std::vector<Rule> read_all_rules(const RuleFiles& files, const std::vector<Pack>& packs,
                                 std::optional<Reading> reading,
                                 const std::vector<std::string>* kinds) {
  std::vector<Rule> rules;
  std::map<std::string, std::string> seen;
  for (const Pack& pack : packs) {
    for (const RuleFile& file : files.in(pack.id)) {
      const Reading how = reading.value_or(reading_of(file));
      rules.push_back(read_rule(file, pack.id, how, how == Reading::whole ? kinds : nullptr));
      const auto [at, fresh] = seen.emplace(rules.back().id, file.shown);
      if (!fresh)
        Members(file, how).at("id").fail("rule \"" + at->first + "\" stands in " + at->second +
                                         " too");
    }
  }
  return rules;
}

}  // namespace

Severity Rule::severity_for(std::string_view kind) const {
  const auto found = severity_of.find(std::string(kind));
  return found == severity_of.end() ? severity : found->second;
}

std::vector<std::string> Rule::articles_for(std::string_view kind) const {
  std::vector<std::string> all = articles;
  const auto found = articles_of.find(std::string(kind));
  if (found != articles_of.end()) all.insert(all.end(), found->second.begin(), found->second.end());
  return all;
}

std::vector<Rule> load_rules(const RuleFiles& files, const Selection& selection) {
  const std::vector<Pack> packs = load_packs(files);
  std::vector<RuleFile> foreign;
  for (const Pack& pack : packs) {
    for (const RuleFile& file : files.in(pack.id)) {
      if (!file.built_in) foreign.push_back(file);
    }
  }
  // A file of --rules is checked against everything there is, which needs everything read.
  std::vector<Rule> rules =
      foreign.empty() ? read_all_rules(files, packs, std::nullopt, nullptr) : check_rules(files);

  Known known;
  std::set<std::string> on(selection.packs.begin(), selection.packs.end());
  for (const Pack& pack : packs) {
    known.packs.insert(pack.id);
    if (pack.on) on.insert(pack.id);
  }
  for (const Rule& rule : rules) known.rules.insert(rule.id);
  check_selection(selection, known);

  std::erase_if(rules, [&](const Rule& rule) {
    const bool chosen =
        selection.only.empty() ? on.contains(rule.pack) : named(selection.only, rule);
    return !chosen || named(selection.skip, rule);
  });
  return rules;
}

std::vector<Rule> check_rules(const RuleFiles& files) {
  const RuleChecker checker(files);
  std::vector<Rule> rules =
      read_all_rules(files, load_packs(files), Reading::whole, &checker.kinds());
  std::vector<std::string> ids;
  for (const Rule& rule : rules) ids.push_back(rule.id);
  for (const Rule& rule : rules) checker.check(rule, ids);
  return rules;
}

std::string for_kind(std::string_view text, std::string_view kind) {
  constexpr std::string_view kPlace = "{kind}";
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t next = text.find(kPlace, at);
    out += text.substr(at, next == std::string_view::npos ? next : next - at);
    if (next == std::string_view::npos) return out;
    out += kind;
    at = next + kPlace.size();
  }
}

}  // namespace loanlint::catalog
