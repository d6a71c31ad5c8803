// SPDX-License-Identifier: Apache-2.0
#include "report/markdown.h"

#include "base/printable.h"
#include "report/evidence_line.h"
#include "report/finding_groups.h"
#include "report/markdown_text.h"
#include "report/summary.h"
#include "report/triangle.h"
#include "report/verdict_words.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;

constexpr std::size_t kEvidenceListed = 3;

class MarkdownWriter : public Writer {
 public:
  MarkdownWriter(std::ostream& out, const Words& words, catalog::Language language)
      : out_(out), voice_(words, language) {}

  void add(const ScanResult& result) override {
    if (seen_++ > 0) out_ << "\n---\n\n";
    const findings::Identity& id = result.identity;
    out_ << "## " << markdown(title_of(id, voice_)) << voice_("explain.colon")
         << verdict_words(result, voice_) << "\n\n";
    out_ << markdown_code(printable(id.path));
    if (!id.package.empty()) out_ << " · " << markdown_code(printable(id.package));
    if (!id.version_name.empty()) out_ << " " << markdown(printable(id.version_name));
    out_ << "\n\n";
    for (const std::string& sentence : plain_sentences(result, voice_)) {
      out_ << markdown(sentence) << (voice_.language() == catalog::Language::zh ? "" : " ");
    }
    out_ << "\n\n";
    table(result);
    findings_part(result);
    list("report.unseen", unseen(result, voice_));
    list("report.for_lender", lender_steps(result, voice_));
  }

  void finish() override {}

 private:
  void table(const ScanResult& result) {
    const Triangle shown = triangle(result, voice_);
    out_ << "| |";
    for (const std::string_view kind : kCoreKinds)
      out_ << " " << markdown(voice_.kind(kind)) << " |";
    out_ << "\n|---|---|---|---|\n";
    for (const Triangle::Row& row : shown.rows) {
      out_ << "| **" << voice_("triangle." + std::string(row.id)) << "** |";
      for (const Cell& cell : row.cells) {
        out_ << " " << voice_("tri." + std::string(findings::name(cell.value)));
        for (const std::string& detail : cell.details) out_ << "<br>" << markdown(detail);
        out_ << " |";
      }
      out_ << "\n";
    }
  }

  void findings_part(const ScanResult& result) {
    const std::size_t count = count_open_concerns(result);
    if (count > 0) {
      out_ << "\n### " << voice_("report.findings", {std::to_string(count)}) << "\n\n";
      for (const FindingGroup& group : group_findings(result)) {
        one_group(group);
        for (const FindingGroup& weaker : group.overlapping) one_group(weaker);
      }
    }
    std::vector<std::string> accepted;
    for (const Finding& finding : result.findings) {
      if (!finding.accepted) continue;
      accepted.push_back(voice_("report.accepted_one",
                                {voice_(finding.title), printable(finding.accepted_reason)}));
    }
    if (accepted.empty()) return;
    out_ << "\n### " << voice_("report.accepted", {std::to_string(accepted.size())}) << "\n\n";
    for (const std::string& line : accepted) out_ << "- " << markdown(line) << "\n";
  }

  /// What one rule found, folded: the messages, the articles once, the evidence, the basis.
  void one_group(const FindingGroup& group) {
    const Finding& first = group.first();
    const std::string mark =
        first.open ? voice_("report.open")
                   : voice_("severity." + std::string(findings::name(first.severity)));
    out_ << "<details><summary><b>" << mark << "</b> · " << markdown_html(title_of(group, voice_))
         << "</summary>\n\n";
    for (const Finding* finding : group.members) {
      out_ << markdown(voice_(finding->message)) << "\n\n";
    }
    for (const std::string& id : articles_of(group)) {
      out_ << "- " << markdown(voice_.article(id)) << "\n";
    }
    for (const Finding* finding : group.members) evidence(*finding);
    out_ << "\n"
         << basis_words(first, voice_) << " · " << markdown_code(first.rule)
         << "\n\n</details>\n\n";
  }

  void evidence(const Finding& finding) {
    std::size_t shown = 0;
    for (const findings::Evidence* one : distinct_evidence(finding)) {
      if (shown++ == kEvidenceListed) break;
      out_ << "- " << markdown_code(voice_.place(*one));
      if (!one->excerpt.empty()) out_ << " " << markdown_code(printable(one->excerpt));
      out_ << "\n";
    }
  }

  void list(const char* key, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out_ << "\n### " << voice_(key) << "\n\n";
    for (const std::string& line : lines) out_ << "- " << markdown(line) << "\n";
  }

  std::ostream& out_;
  Voice voice_;
  std::size_t seen_ = 0;
};

}  // namespace

std::unique_ptr<Writer> make_markdown_writer(std::ostream& out, const Words& words,
                                             catalog::Language language) {
  return std::make_unique<MarkdownWriter>(out, words, language);
}

}  // namespace loanlint::report
