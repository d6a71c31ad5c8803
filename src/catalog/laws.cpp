// SPDX-License-Identifier: Apache-2.0
#include "catalog/laws.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

constexpr std::array<std::string_view, 11> kForces{
    "law",
    "judicial-interpretation",
    "administrative-regulation",
    "departmental-rule",
    "normative-document",
    "recommended-standard",
    "technical-guide",
    "self-regulation",
    "platform-policy",
    "draft",
    "foreign",
};

Force read_force(const Node& node) {
  const std::string text = node.text();
  const std::optional<Force> force = parse_force(text);
  if (force) return *force;
  const std::optional<std::string> meant =
      nearest(text, std::vector<std::string>(kForces.begin(), kForces.end()));
  node.fail("unknown force \"" + text + '"' + (meant ? "; did you mean \"" + *meant + "\"?" : ""));
}

/// A day, or a month where no day is known.
bool is_date(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  constexpr std::size_t kMonth = 7;
  if (text.size() != kShape.size() && text.size() != kMonth) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !digit : text[i] != kShape[i]) return false;
  }
  return true;
}

Article read_article(const Node& node, const Law& law) {
  node.only({"number", "cite", "gist"});
  Article article;
  article.number = node.at("number").text();
  article.law = law.id;
  article.id = law.id + '-' + article.number;
  article.cite = node.at("cite").bilingual();
  article.gist = node.at("gist").bilingual();
  return article;
}

}  // namespace

std::string_view name(Force force) { return kForces[static_cast<std::size_t>(force)]; }

std::optional<Force> parse_force(std::string_view text) {
  for (std::size_t i = 0; i < kForces.size(); ++i) {
    if (kForces[i] == text) return static_cast<Force>(i);
  }
  return std::nullopt;
}

Law read_law(const RuleFile& file) {
  const Node root = Node::parse(file);
  root.only({"$schema", "id", "name", "short", "force", "in_force_from", "read_at", "articles"});
  Law law;
  law.id = root.at("id").text();
  if (law.id != file.id()) root.at("id").fail("expected the file's name, \"" + file.id() + '"');
  law.name = root.at("name").bilingual();
  law.short_name = root.at("short").bilingual();
  law.force = read_force(root.at("force"));
  const Node from = root.at("in_force_from");
  law.in_force_from = from.text_or_empty();
  if (law.in_force_from.empty() != (law.force == Force::draft)) {
    from.fail("expected a date, or an empty text for a draft");
  }
  if (!law.in_force_from.empty() && !is_date(law.in_force_from)) {
    from.fail("expected a date like 2021-11-01, found \"" + law.in_force_from + '"');
  }
  law.read_at = root.at("read_at").text();
  std::set<std::string> numbers;
  for (const Node& node : root.at("articles").items()) {
    law.articles.push_back(read_article(node, law));
    const std::string& number = law.articles.back().number;
    if (!numbers.insert(number).second) {
      node.at("number").fail("article " + number + " stands twice in this file");
    }
  }
  if (law.articles.empty()) root.at("articles").fail("expected at least one article");
  return law;
}

const Law* Laws::find_law(std::string_view id) const {
  const auto known = read_.find(id);
  if (known != read_.end()) return &known->second;
  const RuleFile* file = files_->find("law/" + std::string(id) + ".json");
  if (file == nullptr) return nullptr;
  return &read_.emplace(id, read_law(*file)).first->second;
}

const Law* Laws::law_of(std::string_view article) const {
  // Ids of laws have dashes too ("csl-2025"): the longest that is a file is the law.
  for (std::size_t dash = article.rfind('-'); dash != std::string_view::npos && dash > 0;
       dash = article.rfind('-', dash - 1)) {
    if (const Law* law = find_law(article.substr(0, dash))) return law;
  }
  return nullptr;
}

const Article* Laws::find(std::string_view article) const {
  const Law* law = law_of(article);
  if (law == nullptr) return nullptr;
  for (const Article& candidate : law->articles) {
    if (candidate.id == article) return &candidate;
  }
  return nullptr;
}

std::vector<const Law*> Laws::all() const {
  std::vector<const Law*> found;
  for (const RuleFile& file : files_->in("law")) found.push_back(find_law(file.id()));
  std::sort(found.begin(), found.end(), [](const Law* left, const Law* right) {
    return std::tie(left->force, left->id) < std::tie(right->force, right->id);
  });
  return found;
}

}  // namespace loanlint::catalog
