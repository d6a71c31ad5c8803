// SPDX-License-Identifier: Apache-2.0
#include "catalog/lexicon.h"

#include <set>

#include "catalog/members.h"
#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

std::vector<std::string> texts_at(const Node& node, std::string_view key) {
  const std::optional<Node> found = node.find(key);
  return found ? found->texts() : std::vector<std::string>{};
}

std::string text_at(const Node& node, std::string_view key) {
  const std::optional<Node> found = node.find(key);
  return found ? found->text() : std::string();
}

PatternExamples read_examples(const Node& node) {
  node.only({"match", "near_miss", "negation"});
  PatternExamples out;
  out.match = node.at("match").texts();
  out.near_miss = node.at("near_miss").texts();
  out.negation = node.at("negation").texts();
  if (out.match.empty() || out.near_miss.empty() || out.negation.empty()) {
    node.fail("needs at least one match, one near_miss and one negation");
  }
  return out;
}

/// Reads entries and sees to it that no id stands twice.
class PatternLoader {
 public:
  std::vector<PolicyPattern> read(const Node& list, const std::string& shown) {
    std::vector<PolicyPattern> out;
    for (const Node& node : list.items()) out.push_back(read_one(node, shown));
    return out;
  }

 private:
  PolicyPattern read_one(const Node& node, const std::string& shown) {
    node.only({"id", "type", "mode", "negative", "partial", "referring", "affirmed", "match",
               "unless", "under", "examples"});
    PolicyPattern out;
    out.id = node.at("id").text();
    if (!ids_.insert(out.id).second) node.at("id").fail("this id stands twice");
    out.type = node.at("type").text();
    out.mode = text_at(node, "mode");
    if (const std::optional<Node> negative = node.find("negative")) {
      out.negative = negative->boolean();
    }
    if (const std::optional<Node> partial = node.find("partial")) out.partial = partial->boolean();
    if (const std::optional<Node> referring = node.find("referring")) {
      out.referring = referring->boolean();
    }
    if (const std::optional<Node> affirmed = node.find("affirmed")) {
      out.affirmed = affirmed->boolean();
    }
    out.match = node.at("match").texts();
    if (out.match.empty()) node.at("match").fail("needs at least one pattern");
    out.unless = texts_at(node, "unless");
    out.under = texts_at(node, "under");
    out.examples = read_examples(node.at("examples"));
    out.where = shown;
    return out;
  }

  std::set<std::string> ids_;
};

KindPhrases read_phrases(const Node& node, const RuleFile& file, PatternLoader& loader) {
  node.only({"nouns", "traps", "patterns", "modes", "mode_order", "narrow_modes"});
  KindPhrases out;
  out.kind = file.id();
  out.nouns = node.at("nouns").texts();
  out.traps = texts_at(node, "traps");
  if (const auto patterns = node.find("patterns"))
    out.patterns = loader.read(*patterns, file.shown);
  if (const auto modes = node.find("modes")) {
    for (const Node& mode : modes->items()) {
      mode.only({"mode", "match"});
      out.modes.push_back({mode.at("mode").text(), mode.at("match").texts()});
    }
  }
  out.mode_order = texts_at(node, "mode_order");
  out.narrow_modes = texts_at(node, "narrow_modes");
  return out;
}

std::vector<DocumentSigns::Sign> read_signs(const Node& node, std::string_view key) {
  std::vector<DocumentSigns::Sign> out;
  const std::optional<Node> list = node.find(key);
  if (!list) return out;
  for (const Node& sign : list->items()) {
    sign.only({"match", "points"});
    out.push_back({sign.at("match").text(), sign.at("points").integer()});
  }
  return out;
}

void read_documents(const Node& file, Lexicon& lexicon) {
  file.only({"documents", "languages"});
  for (const Node& node : file.at("documents").items()) {
    node.only({"kind", "name", "title", "body", "statements"});
    DocumentSigns out;
    out.kind = node.at("kind").text();
    out.name = read_signs(node, "name");
    out.title = read_signs(node, "title");
    out.body = read_signs(node, "body");
    if (const auto statements = node.find("statements")) out.statements = statements->boolean();
    lexicon.documents.push_back(std::move(out));
  }
  for (const auto& [code, words] : file.at("languages").members()) {
    lexicon.languages[code] = words.texts();
  }
}

}  // namespace

Lexicon load_lexicon(const RuleFiles& files) {
  Lexicon out;
  out.links = load_link_words(files);
  PatternLoader loader;
  for (const RuleFile& file : files.in("policy")) {
    if (file.id() == "links") continue;
    const Node node = Node::parse(file);
    if (file.id() == "words") {
      node.only({"words"});
      for (const auto& [name, words] : node.at("words").members()) out.words[name] = words.texts();
    } else if (file.id() == "regional") {
      node.only({"words"});
      for (const auto& [word, said] : node.at("words").members()) out.regional[word] = said.text();
    } else if (file.id() == "documents") {
      read_documents(node, out);
    } else {
      node.only({"patterns"});
      for (PolicyPattern& pattern : loader.read(node.at("patterns"), file.shown)) {
        out.patterns.push_back(std::move(pattern));
      }
    }
  }
  for (const RuleFile& file : files.in("data")) {
    if (const auto phrases = Members(file, reading_of(file)).find("phrases")) {
      out.kinds.push_back(read_phrases(*phrases, file, loader));
    }
  }
  return out;
}

}  // namespace loanlint::catalog
