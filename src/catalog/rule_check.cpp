// SPDX-License-Identifier: Apache-2.0
#include "catalog/rule_check.h"

#include <algorithm>
#include <set>

#include "catalog/fact_names.h"
#include "catalog/members.h"

namespace loanlint::catalog {
namespace {

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
  const std::optional<std::string> meant = nearest(word, candidates);
  return meant ? "; did you mean \"" + *meant + "\"?" : std::string();
}

bool holds(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// The places of a text: what stands between { and }, "{fact:{kind}.asked_by}" as one.
std::set<std::string> places_of(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
    std::size_t depth = 0;
    const std::size_t start = at;
    for (; at < text.size(); ++at) {
      if (text[at] == '{') ++depth;
      if (text[at] == '}' && --depth == 0) break;
    }
    found.emplace(text.substr(start, at == text.size() ? at : at + 1 - start));
  }
  return found;
}

void check_places(const Node& node, const Rule& rule, const std::vector<std::string>& kinds,
                  bool open) {
  constexpr std::string_view kFact = "{fact:";
  const findings::Bilingual text = node.bilingual();
  const std::set<std::string> places = places_of(text.zh);
  if (places != places_of(text.en)) node.fail("zh and en fill different places");
  for (const std::string& place : places) {
    const bool about_kind = place.find("{kind") != std::string::npos || place == "{asked_by}";
    if (about_kind && rule.kinds.empty()) node.fail(place + ": this rule is about no data kind");
    if (place.starts_with(kFact)) {
      const std::string fact = place.substr(kFact.size(), place.size() - kFact.size() - 1);
      if (find_fact_name(fact, kinds) == nullptr) node.fail("there is no fact \"" + fact + '"');
    } else if (place == "{reason}") {
      if (!open) node.fail("{reason} has its place in \"open\" only");
    } else if (place != "{kind}" && place != "{kind_name}" && place != "{asked_by}") {
      node.fail("unknown place " + place +
                "; expected {kind}, {kind_name}, {asked_by}, {reason} or {fact:…}");
    }
  }
}

/// Texts that are shown as they are, without a package to speak of.
void check_no_places(const Node& node, const Rule& rule) {
  const findings::Bilingual text = node.bilingual();
  for (const std::string& side : {text.zh, text.en}) {
    for (const std::string& place : places_of(side)) {
      if (place != "{kind_name}" || rule.kinds.empty())
        node.fail("unknown place " + place + (rule.kinds.empty() ? "" : "; expected {kind_name}"));
    }
  }
}

}  // namespace

RuleChecker::RuleChecker(const RuleFiles& files) : laws_(files) {
  for (const RuleFile& file : files.in("data")) kinds_.push_back(file.id());
  for (const Law* law : laws_.all()) {
    for (const Article& article : law->articles) article_ids_.push_back(article.id);
  }
}

void RuleChecker::check_articles(const Node& list) const {
  if (list.items().empty()) list.fail("expected at least one article");
  std::set<std::string> seen;
  for (const Node& item : list.items()) {
    const std::string id = item.text();
    if (!holds(article_ids_, id))
      item.fail("there is no article \"" + id + '"' + did_you_mean(id, article_ids_));
    if (!seen.insert(id).second) item.fail("article \"" + id + "\" stands twice");
  }
}

void RuleChecker::check_facts(const Node& list, const Rule& rule) const {
  for (const Node& item : list.items()) {
    const std::string fact = item.text();
    if (find_fact_name(fact, kinds_) == nullptr) {
      const std::optional<std::string> meant = nearest_fact(fact, kinds_);
      item.fail("there is no fact \"" + fact + '"' +
                (meant ? "; did you mean \"" + *meant + "\"?" : ""));
    }
    if (rule.kinds.empty() && fact.find("{kind}") != std::string::npos)
      item.fail("this rule is about no data kind");
  }
}

void RuleChecker::check(const Rule& rule, const std::vector<std::string>& rules) const {
  const Members members(rule.file, Reading::whole);
  if (const auto list = members.find("for")) {
    if (rule.kinds.empty()) list->fail("expected at least one data kind");
    std::set<std::string> seen;
    for (const Node& item : list->items()) {
      if (!holds(kinds_, item.text()))
        item.fail("there is no data kind \"" + item.text() + '"' +
                  did_you_mean(item.text(), kinds_));
      if (!seen.insert(item.text()).second) item.fail("this data kind stands twice");
    }
  }
  const Node when = members.at("when");
  bool asks_kind = false;
  for (const std::string& fact : facts_of(rule.when))
    asks_kind = asks_kind || fact.find("{kind}") != std::string::npos;
  if (asks_kind && rule.kinds.empty()) when.fail("{kind} stands for nothing: there is no \"for\"");
  if (!asks_kind && !rule.kinds.empty())
    when.fail("the rule has \"for\", but its condition never asks about {kind}");
  if (const auto problem = contradiction(rule.when)) when.fail(*problem);

  if (rule.fails && rule.basis != findings::Basis::declared)
    members.at("fails").fail("only a declared finding needs to be told that it fails");
  if (rule.good && rule.severity != findings::Severity::info)
    members.at("good").fail("a good sign has severity info");
  if (rule.review != members.has("open"))
    members.fail("\"unknown\" and \"open\" go together: the question and its words");

  check_articles(members.at("articles"));
  if (const auto further = members.find("articles_for")) {
    for (const auto& [kind, list] : further->members()) check_articles(list);
  }
  if (const auto list = members.find("evidence")) check_facts(*list, rule);
  if (const auto list = members.find("covers")) {
    for (const Node& item : list->items()) {
      if (item.text() == rule.id) item.fail("a rule cannot cover itself");
      if (!holds(rules, item.text()))
        item.fail("there is no rule \"" + item.text() + '"' + did_you_mean(item.text(), rules));
    }
  }
  check_no_places(members.at("title"), rule);
  check_places(members.at("message"), rule, kinds_, false);
  if (const auto open = members.find("open")) check_places(*open, rule, kinds_, true);
  check_no_places(members.at("why"), rule);
  const Node advice = members.at("advice");
  advice.only({"borrower", "lender"});
  check_no_places(advice.at("borrower"), rule);
  check_no_places(advice.at("lender"), rule);
  read_examples(rule, kinds_);
}

}  // namespace loanlint::catalog
