// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"

#include <string>
#include <utility>
#include <vector>

#include "base/printable.h"
#include "report/finding_groups.h"
#include "report/html_advice.h"
#include "report/html_findings.h"
#include "report/html_package.h"
#include "report/html_page.h"
#include "report/html_triangle.h"
#include "report/html_writer.h"
#include "report/summary.h"
#include "report/verdict_words.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;

constexpr std::size_t kIndexFrom = 3;  // fewer findings are seen at a glance

/// The title, without the folders of a file that has no other name.
std::string heading_of(const findings::Identity& id, const Voice& voice) {
  const std::string title = title_of(id, voice);
  if (title != printable(id.path)) return title;
  const std::size_t slash = title.rfind('/');
  return slash == std::string::npos || slash + 1 == title.size() ? title : title.substr(slash + 1);
}

/// The page of one result in one language, part by part.
class HtmlReport {
 public:
  HtmlReport(Html& html, const ScanResult& result, const Voice& voice,
             const EvidenceSources& sources)
      : html_(html), result_(result), voice_(voice), sources_(sources) {}

  void write() {
    who();
    first_screen();
    contents();
    concerns();
    write_borrower_advice(html_, result_, voice_);
    write_lender_advice(html_, result_, voice_);
    brief("html.good_signs", "good", [](const Finding& f) { return f.good && !f.accepted; });
    brief("html.accepted_findings", "accepted", [](const Finding& f) { return f.accepted; });
    write_unseen(html_, result_, voice_);
    write_oddities(html_, result_, voice_);
    seen();
    write_package(html_, result_, voice_);
    write_norms(html_, result_, voice_);
    footer();
  }

 private:
  void who() {
    const findings::Identity& id = result_.identity;
    const auto part = html_.open("header", {{"class", "who"}});
    html_.leaf("p", kind_of_report(), {{"class", "kicker"}});
    const std::string title = heading_of(id, voice_);
    html_.leaf("h1", title, {{"lang", html_language(title)}});
    std::vector<std::string> parts;
    if (title != title_of(id, voice_)) parts.push_back(printable(id.path));
    if (!id.package.empty() && printable(id.package) != title) parts.push_back(id.package);
    if (!id.version_name.empty()) parts.push_back(id.version_name);
    if (id.target_sdk > 0) {
      parts.push_back(voice_("report.target_sdk", {std::to_string(id.target_sdk)}));
    }
    std::string line;
    for (const std::string& one : parts) line += (line.empty() ? "" : " · ") + one;
    if (!line.empty()) html_.leaf("p", line, {{"class", "ids"}});
  }

  bool policy_only() const { return result_.identity.input == "policy"; }

  std::string kind_of_report() const {
    const findings::Fact* category = result_.facts.find("category");
    const auto* value = category == nullptr ? nullptr : std::get_if<std::string>(&category->value);
    const std::string key = value == nullptr ? std::string() : "category." + *value;
    const std::string report = voice_(policy_only() ? "html.policy_report" : "html.report");
    if (key.empty() || !voice_.words().texts().has(key)) return report;
    return voice_("html.kicker", {report, voice_(key)});
  }

  void first_screen() {
    const auto part = html_.open("div", {{"class", "first"}});
    verdict();
    const auto section = html_.open("section", {{"class", "said"}});
    html_.leaf("h2", voice_(policy_only() ? "html.triangle.policy_title" : "html.triangle.title"));
    write_triangle(html_, result_, voice_);
  }

  void verdict() {
    const std::string id(findings::name(result_.verdict));
    const auto part = html_.open("section", {{"class", "verdict " + id}});
    {
      const auto heading = html_.open("h2");
      html_.leaf("span", voice_("html.verdict"), {{"class", "label"}});
      html_.text(" ");
      html_.leaf("span", verdict_words(result_, voice_), {{"class", "result"}});
    }
    const std::vector<std::string> sentences = plain_sentences(result_, voice_);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const bool last = i + 1 == sentences.size();
      const auto sentence = html_.open("p", {{"class", last ? "do" : "plain"}});
      html_.text(sentences[i]);
      if (!last || !has_borrower_part()) continue;
      html_.text(" ");
      html_.leaf("a", voice_("html.what_to_do"), {{"href", "#" + local_id(voice_, "borrower")}});
    }
  }

  bool has_borrower_part() const {
    return !borrower_steps(result_, voice_).empty() || !borrower_advice(result_, voice_).empty();
  }

  void contents() {
    const auto nav = html_.open("nav", {{"aria-label", voice_("html.contents")}});
    if (count_open_concerns(result_) > 0) {
      link("findings", "report.findings", {std::to_string(count_open_concerns(result_))});
    }
    if (has_borrower_part()) link("borrower", "html.for_borrower");
    if (!lender_steps(result_, voice_).empty()) link("lender", "html.for_lender");
    link("unseen", "report.unseen");
    link("package", policy_only() ? "html.about_policy" : "html.about_package");
  }

  void link(std::string_view id, std::string_view key, std::vector<std::string> args = {}) {
    html_.leaf("a", voice_(key, std::move(args)), {{"href", "#" + local_id(voice_, id)}});
    html_.text(" ");
  }

  void concerns() {
    std::vector<FindingGroup> groups;
    for (const FindingGroup& group : group_findings(result_)) flatten(group, groups);
    if (groups.empty()) return;
    const auto part = html_.open("section", {{"id", local_id(voice_, "findings")}});
    html_.leaf("h2", voice_("report.findings", {std::to_string(count_open_concerns(result_))}));
    if (groups.size() >= kIndexFrom) write_finding_index(html_, groups, voice_);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      write_group(html_, groups[i], i + 1, voice_, sources_);
    }
  }

  template <class Which>
  void brief(std::string_view key, std::string_view id, Which which) {
    bool any = false;
    for (const Finding& finding : result_.findings) any = any || which(finding);
    if (!any) return;
    const auto part = html_.open("section", {{"id", local_id(voice_, id)}});
    html_.leaf("h2", voice_(key));
    for (const Finding& finding : result_.findings) {
      if (which(finding)) write_brief_finding(html_, finding, voice_, sources_);
    }
  }

  void seen() {
    const auto part = html_.open("section", {{"class", "seen"}, {"id", local_id(voice_, "seen")}});
    html_.leaf("h2", voice_("html.seen.title"));
    html_.leaf("p", voice_("html.seen.note"), {{"class", "note"}});
    write_triangle_evidence(html_, result_, voice_, sources_);
  }

  void footer() {
    const auto part = html_.open("footer");
    html_.leaf("p", voice_("html.disclaimer"));
  }

  Html& html_;
  const ScanResult& result_;
  const Voice& voice_;
  const EvidenceSources& sources_;
};

}  // namespace

void write_html(std::ostream& out, const ScanResult& result, const Words& words,
                const HtmlOptions& options) {
  const EvidenceSources sources = evidence_sources(result, options.documents);
  const auto title = [&](catalog::Language language) {
    const Voice voice(words, language);
    return voice("html.title", {heading_of(result.identity, voice)});
  };
  HtmlPage page;
  page.title = {title(catalog::Language::zh), title(catalog::Language::en)};
  page.language = options.language;
  page.content = [&](Html& html, const Voice& voice) {
    HtmlReport(html, result, voice, sources).write();
  };
  write_page(out, page, words);
}

}  // namespace loanlint::report
