// SPDX-License-Identifier: Apache-2.0
#include "catalog/catalog.h"

#include <optional>

namespace loanlint::catalog {
namespace {

/// The part, made from the files the first time.
template <class Part, class Make>
const Part& lazily(std::optional<Part>& part, Make make) {
  if (!part) part.emplace(make());
  return *part;
}

}  // namespace

struct Catalog::State {
  RuleFiles files;
  std::optional<Texts> texts;
  std::optional<Laws> laws;
  std::optional<Kinds> kinds;
  std::optional<Candidates> candidates;
  std::optional<Categories> categories;
  std::optional<Tricks> tricks;
  std::optional<Lexicon> lexicon;
  std::optional<CodeKnowledge> code;
  std::optional<std::string> ruleset;
};

Catalog::Catalog(const std::vector<std::string>& rules_folders)
    : state_(std::make_unique<State>()) {
  for (const std::string& folder : rules_folders) state_->files.overlay(folder);
}

Catalog::~Catalog() = default;

const RuleFiles& Catalog::files() const { return state_->files; }

const Texts& Catalog::texts() const {
  return lazily(state_->texts, [this] { return Texts(state_->files); });
}

const Laws& Catalog::laws() const {
  return lazily(state_->laws, [this] { return Laws(state_->files); });
}

const Kinds& Catalog::kinds() const {
  return lazily(state_->kinds, [this] { return Kinds(state_->files); });
}

const Candidates& Catalog::candidates() const {
  return lazily(state_->candidates, [this] { return Candidates(state_->files); });
}

const Categories& Catalog::categories() const {
  return lazily(state_->categories, [this] { return Categories(state_->files); });
}

const Tricks& Catalog::tricks() const {
  return lazily(state_->tricks, [this] { return Tricks(state_->files); });
}

const Lexicon& Catalog::lexicon() const {
  return lazily(state_->lexicon, [this] { return load_lexicon(state_->files); });
}

const CodeKnowledge& Catalog::code() const {
  return lazily(state_->code, [this] { return load_code_knowledge(state_->files); });
}

const std::string& Catalog::ruleset() const {
  return lazily(state_->ruleset, [this] { return state_->files.hash(); });
}

}  // namespace loanlint::catalog
