// SPDX-License-Identifier: Apache-2.0
#include "report/explain.h"

#include <algorithm>
#include <array>

#include "base/printable.h"
#include "catalog/kinds.h"
#include "catalog/laws.h"
#include "catalog/packs.h"
#include "catalog/rules.h"
#include "catalog/tricks.h"
#include "report/catalog_words.h"

namespace loanlint::report {
namespace {

constexpr std::array kVerdicts{"pass", "review", "incomplete", "fail"};
constexpr std::array kSeverities{"critical", "high", "medium", "low", "info"};
constexpr std::array kBases{"declared", "coded", "admitted"};
constexpr std::array kStatuses{"0", "1", "2"};

template <std::size_t N>
bool one_of(const std::array<const char*, N>& names, std::string_view id) {
  return std::find(names.begin(), names.end(), id) != names.end();
}

class Explainer {
 public:
  Explainer(Page& page, const catalog::RuleFiles& files, const Voice& voice)
      : page_(page), files_(files), voice_(voice), laws_(files), kinds_(files) {}

  bool explain(std::string_view id) {
    return rule(id) || article(id) || law(id) || kind(id) || permission(id) || pack(id) ||
           trick(id) || word(id);
  }

 private:
  void title(std::string_view id, const std::string& text, std::string_view what) {
    page_.item("", text, Paint::plain, Paint::bold);
    page_.item("", voice_(what) + " · " + printable(id), Paint::plain, Paint::dim);
  }

  void part(std::string_view key, const std::string& text) {
    if (text.empty()) return;
    page_.heading(voice_(key));
    page_.item("  ", text);
  }

  bool rule(std::string_view id) {
    for (const catalog::Rule& rule : catalog::check_rules(files_)) {
      if (rule.id == id) {
        one_rule(rule);
        return true;
      }
    }
    return false;
  }

  void one_rule(const catalog::Rule& rule) {
    const RuleWords texts = general_words(rule, voice_.words().texts());
    title(rule.id, voice_(texts.title), "explain.rule");
    page_.blank();
    page_.item("", voice_("explain.rule_line",
                          {voice_("severity." + std::string(findings::name(rule.severity))),
                           voice_("basis." + std::string(findings::name(rule.basis))), rule.pack}));
    if (!rule.kinds.empty()) {
      page_.item("", voice_("explain.rule_kinds", {voice_.kinds(rule.kinds)}));
    }
    part("explain.why", voice_(texts.why));
    part("explain.borrower", voice_(texts.advice_borrower));
    part("explain.lender", voice_(texts.advice_lender));
    page_.heading(voice_("explain.articles"));
    std::vector<std::string> ids = rule.articles;
    for (const auto& [kind, further] : rule.articles_of) {
      for (const std::string& one : further) {
        if (std::find(ids.begin(), ids.end(), one) == ids.end()) ids.push_back(one);
      }
    }
    for (const std::string& one : ids) {
      page_.item("  - ", voice_.article(one) + " · " + one);
      page_.item("    ", voice_(voice_.words().article(one).gist), Paint::plain, Paint::dim);
    }
    std::vector<std::string> kinds;
    for (const catalog::Kind& kind : kinds_.all()) kinds.push_back(kind.id);
    const std::vector<catalog::Example> examples = catalog::read_examples(rule, kinds);
    page_.heading(voice_("explain.examples"));
    for (const catalog::Example& example : examples) {
      page_.item(example.match ? "  ● " : "  ○ ", voice_(example.name));
    }
  }

  bool article(std::string_view id) {
    const catalog::Article* article = laws_.find(id);
    const catalog::Law* law = laws_.law_of(id);
    if (article == nullptr || law == nullptr) return false;
    title(id, voice_("report.cite", {voice_(law->name), voice_(article->cite)}), "explain.article");
    page_.blank();
    page_.item("", voice_(article->gist));
    law_lines(*law);
    return true;
  }

  void law_lines(const catalog::Law& law) {
    page_.blank();
    page_.item("",
               voice_("explain.force", {voice_("force." + std::string(catalog::name(law.force)))}));
    if (!law.in_force_from.empty()) {
      page_.item("", voice_("explain.in_force", {law.in_force_from}));
    }
    if (!law.read_at.empty()) page_.line(voice_("explain.read_at", {law.read_at}));
  }

  bool law(std::string_view id) {
    const catalog::Law* law = laws_.find_law(id);
    if (law == nullptr) return false;
    title(id, voice_(law->name), "explain.law");
    law_lines(*law);
    page_.heading(voice_("explain.law_articles"));
    for (const catalog::Article& one : law->articles) {
      page_.item("  " + one.id + "  ",
                 voice_(one.cite) + voice_("explain.colon") + voice_(one.gist));
    }
    return true;
  }

  bool kind(std::string_view id) {
    const catalog::Kind* kind = kinds_.find(id);
    if (kind == nullptr) return false;
    title(id, voice_(kind->name), "explain.kind");
    page_.heading(voice_("explain.permissions"));
    for (const catalog::KindPermission& one : kind->permissions) {
      page_.item("  - ", short_permission(one.name) + voice_("explain.colon") + voice_(one.gives));
    }
    if (kind->components.empty()) return true;
    page_.heading(voice_("explain.components"));
    for (const catalog::KindComponent& one : kind->components) {
      page_.item("  - ", one.name + voice_("explain.colon") + voice_(one.gives));
    }
    return true;
  }

  bool permission(std::string_view id) {
    for (const catalog::Kind& kind : kinds_.all()) {
      for (const catalog::KindPermission& one : kind.permissions) {
        if (one.name != id && short_permission(one.name) != id) continue;
        title(one.name, voice_("explain.permission_title", {short_permission(one.name)}),
              "explain.permission");
        page_.blank();
        page_.item("", voice_(one.gives));
        page_.item("", voice_("explain.opens", {voice_(kind.name), kind.id}));
        return true;
      }
    }
    return false;
  }

  bool pack(std::string_view id) {
    for (const catalog::Pack& pack : catalog::load_packs(files_)) {
      if (pack.id != id) continue;
      title(id, voice_(pack.name), "explain.pack");
      page_.blank();
      page_.item("", voice_(pack.about));
      page_.item("", voice_(pack.on ? "explain.pack_on" : "explain.pack_off"));
      return true;
    }
    return false;
  }

  bool trick(std::string_view id) {
    const catalog::Tricks tricks(files_);
    const catalog::TrickInfo* info = tricks.find(id);
    if (info == nullptr) return false;
    title(id, voice_(info->title), "explain.trick");
    part("explain.trick_android", voice_(info->android));
    if (info->evasion) {
      page_.blank();
      page_.item("", voice_("explain.trick_evasion"));
    }
    return true;
  }

  bool word(std::string_view id) {
    std::string key;
    if (one_of(kVerdicts, id)) key = "verdict." + std::string(id);
    if (one_of(kSeverities, id)) key = "severity." + std::string(id);
    if (one_of(kBases, id)) key = "basis." + std::string(id);
    if (one_of(kStatuses, id)) key = "exit." + std::string(id);
    if (key.empty()) return false;
    page_.item("", printable(id), Paint::plain, Paint::bold);
    page_.item("", voice_(key));
    if (const std::string about = "about." + key; voice_.words().texts().has(about)) {
      page_.item("", voice_(about));
    }
    return true;
  }

  Page& page_;
  const catalog::RuleFiles& files_;
  const Voice& voice_;
  catalog::Laws laws_;
  catalog::Kinds kinds_;
};

}  // namespace

bool write_explanation(Page& page, const catalog::RuleFiles& files, std::string_view id,
                       const Voice& voice) {
  return Explainer(page, files, voice).explain(id);
}

std::vector<std::string> explainable(const catalog::RuleFiles& files) {
  std::vector<std::string> out;
  for (const catalog::Rule& rule : catalog::check_rules(files)) out.push_back(rule.id);
  const catalog::Laws laws(files);
  for (const catalog::Law* law : laws.all()) {
    out.push_back(law->id);
    for (const catalog::Article& article : law->articles) out.push_back(article.id);
  }
  const catalog::Kinds kinds(files);
  for (const catalog::Kind& kind : kinds.all()) {
    out.push_back(kind.id);
    for (const catalog::KindPermission& one : kind.permissions) {
      out.push_back(short_permission(one.name));
    }
  }
  for (const catalog::Pack& pack : catalog::load_packs(files)) out.push_back(pack.id);
  const catalog::Tricks tricks(files);
  for (const auto& [id, trick] : tricks.all()) out.push_back(id);
  out.insert(out.end(), kVerdicts.begin(), kVerdicts.end());
  out.insert(out.end(), kSeverities.begin(), kSeverities.end());
  out.insert(out.end(), kBases.begin(), kBases.end());
  out.insert(out.end(), kStatuses.begin(), kStatuses.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace loanlint::report
