// SPDX-License-Identifier: Apache-2.0
#include "report/catalog_words.h"

#include <algorithm>

#include "catalog/kinds.h"
#include "catalog/laws.h"
#include "catalog/tricks.h"

namespace loanlint::report {

namespace {

std::string general(const std::string& text, catalog::Language language,
                    const catalog::Texts& texts) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    const std::size_t close = text.find('}', open);
    out.append(text, at, open - at);
    if (open == text.size() || close == std::string::npos) {
      out.append(text, open);
      break;
    }
    const std::string place = text.substr(open + 1, close - open - 1);
    const std::string key = "explain.place." + place;
    out += texts.has(key) ? texts(language, key) : texts(language, "explain.place.other");
    at = close + 1;
  }
  return out;
}

findings::Bilingual general(const findings::Bilingual& text, const catalog::Texts& texts) {
  return {general(text.zh, catalog::Language::zh, texts),
          general(text.en, catalog::Language::en, texts)};
}

}  // namespace

RuleWords general_words(const catalog::Rule& rule, const catalog::Texts& texts) {
  const catalog::RuleTexts own = catalog::read_rule_texts(rule);
  return {general(own.title, texts), general(own.why, texts), general(own.advice_borrower, texts),
          general(own.advice_lender, texts)};
}

CatalogWords::CatalogWords(const catalog::Catalog& catalog, std::string version)
    : catalog_(catalog), version_(std::move(version)) {
  catalog_.texts();  // wrong ones are told of before anything is done
}

const catalog::Texts& CatalogWords::texts() const { return catalog_.texts(); }

findings::Bilingual CatalogWords::kind(std::string_view id) const {
  const catalog::Kind* kind = catalog_.kinds().find(id);
  if (kind != nullptr) return kind->name;
  return {std::string(id), std::string(id)};
}

Citation CatalogWords::article(std::string_view id) const {
  Citation out;
  out.id = id;
  const catalog::Article* article = catalog_.laws().find(id);
  const catalog::Law* law = catalog_.laws().law_of(id);
  if (article == nullptr || law == nullptr) return out;
  out.law = law->short_name;
  out.cite = article->cite;
  out.gist = article->gist;
  out.force = catalog::name(law->force);
  out.read_at = law->read_at;
  out.official = law->name;
  out.rank = static_cast<std::uint8_t>(law->force);
  return out;
}

findings::Bilingual CatalogWords::trick(std::string_view id) const {
  const catalog::TrickInfo* trick = catalog_.tricks().find(id);
  if (trick != nullptr) return trick->title;
  return {std::string(id), std::string(id)};
}

RuleWords CatalogWords::rule(std::string_view pack, std::string_view id) const {
  if (catalog_.files().find(std::string(pack) + '/' + std::string(id) + ".json") != nullptr) {
    const auto rules =
        catalog::load_rules(catalog_.files(), {{std::string(pack)}, {std::string(id)}, {}});
    for (const catalog::Rule& rule : rules) {
      if (rule.id == id) return general_words(rule, texts());
    }
  }
  return {{std::string(id), std::string(id)}, {}, {}, {}};
}

std::string CatalogWords::version() const { return version_; }

std::string CatalogWords::ruleset() const { return catalog_.ruleset(); }

}  // namespace loanlint::report
