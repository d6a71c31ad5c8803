// SPDX-License-Identifier: Apache-2.0
#include "report/rule_pages.h"

#include <algorithm>

#include "catalog/kinds.h"
#include "catalog/packs.h"
#include "catalog/rules.h"
#include "report/catalog_words.h"
#include "report/markdown_text.h"

namespace loanlint::report {
namespace {

std::vector<std::string> all_articles(const catalog::Rule& rule) {
  std::vector<std::string> out = rule.articles;
  for (const auto& [kind, further] : rule.articles_of) {
    for (const std::string& id : further) {
      if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
    }
  }
  return out;
}

void part(std::string& out, const Voice& voice, const char* key, const std::string& text) {
  if (text.empty()) return;
  out += "\n### " + voice(key) + "\n\n" + markdown(text) + "\n";
}

/// A rule in one language.
std::string half(const catalog::Rule& rule, const std::vector<catalog::Example>& examples,
                 const Voice& voice) {
  const RuleWords texts = general_words(rule, voice.words().texts());
  std::string out = "\n## " + markdown(voice(texts.title)) + "\n\n";
  out += voice("explain.rule_line",
               {voice("severity." + std::string(findings::name(rule.severity))),
                voice("basis." + std::string(findings::name(rule.basis))), rule.pack}) +
         "\n";
  if (!rule.kinds.empty()) {
    out += "\n" + markdown(voice("explain.rule_kinds", {voice.kinds(rule.kinds)})) + "\n";
  }
  part(out, voice, "explain.why", voice(texts.why));
  part(out, voice, "explain.borrower", voice(texts.advice_borrower));
  part(out, voice, "explain.lender", voice(texts.advice_lender));
  out += "\n### " + voice("explain.articles") + "\n\n";
  for (const std::string& id : all_articles(rule)) {
    const Citation citation = voice.words().article(id);
    out += "- " + markdown(voice.article(id)) + voice("explain.colon") +
           markdown(voice(citation.gist)) + "\n";
  }
  out += "\n### " + voice("explain.examples") + "\n\n";
  for (const catalog::Example& example : examples) {
    out += std::string("- ") + (example.match ? "● " : "○ ") + markdown(voice(example.name)) + "\n";
  }
  return out;
}

}  // namespace

std::map<std::string, std::string> rule_pages(const catalog::RuleFiles& files, const Words& words) {
  const Voice zh(words, catalog::Language::zh);
  const Voice en(words, catalog::Language::en);
  std::vector<std::string> kinds;
  const catalog::Kinds all_kinds(files);
  for (const catalog::Kind& kind : all_kinds.all()) kinds.push_back(kind.id);
  const std::vector<catalog::Rule> rules = catalog::check_rules(files);
  const std::string written = "<!-- Written by: loanlint rules pages -->\n";
  std::map<std::string, std::string> out;
  std::string index = written + "# 规则 · Rules\n";
  for (const catalog::Pack& pack : catalog::load_packs(files)) {
    index += "\n## " + markdown(zh(pack.name)) + " · " + markdown(en(pack.name)) + "\n\n" +
             markdown(zh(pack.about)) + "\n\n" + markdown(en(pack.about)) + "\n\n" +
             zh(pack.on ? "explain.pack_on" : "explain.pack_off") + " " +
             en(pack.on ? "explain.pack_on" : "explain.pack_off") + "\n\n";
    for (const catalog::Rule& rule : rules) {
      if (rule.pack != pack.id) continue;
      const RuleWords texts = general_words(rule, words.texts());
      index += "- [" + rule.id + "](" + pack.id + "/" + rule.id + ".md) " +
               markdown(zh(texts.title)) + " · " + markdown(en(texts.title)) + "\n";
      const std::vector<catalog::Example> examples = catalog::read_examples(rule, kinds);
      out[pack.id + "/" + rule.id + ".md"] =
          written + "# " + rule.id + "\n" + half(rule, examples, zh) + half(rule, examples, en);
    }
  }
  out["README.md"] = index;
  return out;
}

}  // namespace loanlint::report
