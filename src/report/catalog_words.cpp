// SPDX-License-Identifier: Apache-2.0
#include "report/catalog_words.h"

#include <optional>

#include "catalog/kinds.h"
#include "catalog/laws.h"

namespace loanlint::report {

struct CatalogWords::State {
  const catalog::RuleFiles& files;
  std::string version;
  catalog::Texts texts;
  catalog::Laws laws;
  std::optional<catalog::Kinds> kinds = {};
  std::string ruleset = {};
};

CatalogWords::CatalogWords(const catalog::RuleFiles& files, std::string version)
    : state_(new State{files, std::move(version), catalog::Texts(files), catalog::Laws(files)}) {}

CatalogWords::~CatalogWords() = default;

const catalog::Texts& CatalogWords::texts() const { return state_->texts; }

findings::Bilingual CatalogWords::kind(std::string_view id) const {
  if (!state_->kinds) state_->kinds.emplace(state_->files);
  const catalog::Kind* kind = state_->kinds->find(id);
  if (kind != nullptr) return kind->name;
  return {std::string(id), std::string(id)};
}

Citation CatalogWords::article(std::string_view id) const {
  Citation out;
  out.id = id;
  const catalog::Article* article = state_->laws.find(id);
  const catalog::Law* law = state_->laws.law_of(id);
  if (article == nullptr || law == nullptr) return out;
  out.law = law->short_name;
  out.cite = article->cite;
  out.gist = article->gist;
  out.force = catalog::name(law->force);
  out.read_at = law->read_at;
  return out;
}

findings::Bilingual CatalogWords::trick(std::string_view id) const {
  const std::string key = "trick." + std::string(id);
  if (state_->texts.has(key)) return state_->texts.both({key});
  return {std::string(id), std::string(id)};
}

std::string CatalogWords::version() const { return state_->version; }

std::string CatalogWords::ruleset() const {
  if (state_->ruleset.empty()) state_->ruleset = state_->files.hash();
  return state_->ruleset;
}

}  // namespace loanlint::report
