// SPDX-License-Identifier: Apache-2.0
#include "report/sarif_rule.h"

#include "report/markdown_text.h"

namespace loanlint::report {
namespace {

using findings::Severity;

/// On the scale of code scanning services: above 9.0 critical, 7.0 high, 4.0 medium.
const char* score(Severity severity) {
  switch (severity) {
    case Severity::critical:
      return "9.5";
    case Severity::high:
      return "8.0";
    case Severity::medium:
      return "5.5";
    case Severity::low:
      return "3.0";
    case Severity::info:
      break;
  }
  return "0.0";
}

/// A rule's help in one language.
std::string help(const findings::Finding& finding, const RuleWords& rule, const Voice& voice) {
  std::string out = "## " + markdown(voice(rule.title)) + "\n\n" + markdown(voice(rule.why)) + "\n";
  if (!finding.articles.empty()) {
    out += "\n**" + voice("explain.articles") + "**\n\n";
    for (const std::string& id : finding.articles) {
      const Citation citation = voice.words().article(id);
      out += "- " + markdown(voice.article(id));
      const std::string gist = voice(citation.gist);
      if (!gist.empty()) out += voice("explain.colon") + markdown(gist);
      if (!citation.read_at.empty()) out += " <" + citation.read_at + ">";
      out += "\n";
    }
  }
  const std::string borrower = voice(rule.advice_borrower);
  if (!borrower.empty()) {
    out += "\n**" + voice("explain.borrower") + "**\n\n" + markdown(borrower) + "\n";
  }
  const std::string lender = voice(rule.advice_lender);
  if (!lender.empty()) out += "\n**" + voice("explain.lender") + "**\n\n" + markdown(lender) + "\n";
  return out;
}

}  // namespace

const char* sarif_level(Severity severity) {
  if (severity >= Severity::high) return "error";
  return severity == Severity::medium ? "warning" : "note";
}

Json sarif_rule(const findings::Finding& finding, const Voice& voice) {
  const RuleWords rule = voice.words().rule(finding.pack, finding.rule);
  const Voice zh(voice.words(), catalog::Language::zh);
  const Voice en(voice.words(), catalog::Language::en);
  const bool chinese = voice.language() == catalog::Language::zh;
  const std::string markdown =
      chinese ? help(finding, rule, zh) + "\n---\n\n" + help(finding, rule, en)
              : help(finding, rule, en) + "\n---\n\n" + help(finding, rule, zh);
  Json tags = Json::array({"security", "privacy", json_text(finding.pack)});
  for (const std::string& article : finding.articles) tags.push_back(json_text(article));
  const std::string why = voice(rule.why);
  return {{"id", finding.rule},
          {"shortDescription", {{"text", json_text(voice(rule.title))}}},
          {"fullDescription", {{"text", json_text(why.empty() ? voice(rule.title) : why)}}},
          {"help", {{"text", json_text(markdown)}, {"markdown", json_text(markdown)}}},
          {"defaultConfiguration", {{"level", sarif_level(finding.severity)}}},
          {"properties", {{"tags", tags}, {"security-severity", score(finding.severity)}}}};
}

}  // namespace loanlint::report
