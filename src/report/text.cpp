// SPDX-License-Identifier: Apache-2.0
#include "report/text.h"

#include <algorithm>

#include "base/printable.h"
#include "report/page.h"
#include "report/summary.h"
#include "report/triangle.h"
#include "report/width.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;
using findings::Severity;
using findings::Tri;
using findings::Verdict;

constexpr std::size_t kEvidenceShown = 3;
constexpr std::size_t kExcerptColumns = 200;
constexpr std::size_t kPathShown = 8;

Paint paint_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::fail:
      return Paint::red;
    case Verdict::pass:
      return Paint::green;
    case Verdict::review:
    case Verdict::incomplete:
      break;
  }
  return Paint::yellow;
}

Paint paint_of(Severity severity) {
  if (severity >= Severity::high) return Paint::red;
  return severity == Severity::medium ? Paint::yellow : Paint::cyan;
}

/// The text report of one result, part by part.
class TextReport {
 public:
  TextReport(std::ostream& out, const ScanResult& result, const Voice& voice,
             const TextOptions& options)
      : result_(result), voice_(voice), page_(out, options.width, options.colour) {}

  void write() {
    identity();
    verdict();
    table();
    findings_part();
    unseen_part();
    permissions();
    steps();
  }

 private:
  void identity() {
    const findings::Identity& id = result_.identity;
    std::string head = title_of(id, voice_);
    if (!id.package.empty() && head != printable(id.package)) head += " · " + printable(id.package);
    if (!id.version_name.empty()) head += " · " + printable(id.version_name);
    if (!id.version_code.empty()) head += " (" + printable(id.version_code) + ")";
    page_.item("", head, Paint::plain, Paint::bold);
    page_.item("  ", printable(id.path), Paint::plain, Paint::dim);
    std::vector<std::string> facts;
    if (const std::string category = category_words(); !category.empty()) {
      facts.push_back(category);
    }
    if (id.target_sdk > 0) {
      facts.push_back(voice_("report.target_sdk", {std::to_string(id.target_sdk)}));
    }
    if (!id.sha256.empty()) facts.push_back("SHA-256 " + id.sha256.substr(0, 16) + "…");
    for (const std::string& signer : id.signers) {
      facts.push_back(voice_("report.signer", {printable(signer.substr(0, 16)) + "…"}));
    }
    const findings::Fact* debug = result_.facts.find("debug_signed");
    if (debug != nullptr && debug->tri() == Tri::yes) facts.push_back(voice_("report.debug_key"));
    std::string joined;
    for (const std::string& fact : facts) joined += (joined.empty() ? "" : " · ") + fact;
    if (!joined.empty()) page_.item("  ", joined, Paint::plain, Paint::dim);
  }

  std::string category_words() const {
    const findings::Fact* category = result_.facts.find("category");
    if (category == nullptr) return {};
    const auto* value = std::get_if<std::string>(&category->value);
    if (value == nullptr) return {};
    const std::string key = "category." + *value;
    return voice_.words().texts().has(key) ? voice_(key) : printable(*value);
  }

  void verdict() {
    const std::string word = voice_("verdict." + std::string(findings::name(result_.verdict)));
    page_.blank();
    page_.line(page_.painted(voice_("report.verdict", {word}), paint_of(result_.verdict)));
    for (const std::string& sentence : plain_sentences(result_, voice_)) {
      page_.item("  ", sentence);
    }
  }

  void table() {
    page_.blank();
    const Triangle shown = triangle(result_, voice_);
    std::size_t head = 0;
    for (const Triangle::Row& row : shown.rows) {
      head = std::max(head, columns(voice_("triangle." + std::string(row.id))));
    }
    head += 4;
    const std::size_t cell = (std::max<std::size_t>(page_.width(), 60) - head) / kCoreKinds.size();
    std::string top(head, ' ');
    for (const std::string_view kind : kCoreKinds) top += pad(voice_.kind(kind), cell);
    page_.line(page_.painted(trimmed(top), Paint::bold));
    for (const Triangle::Row& row : shown.rows) table_row(row, head, cell);
  }

  void table_row(const Triangle::Row& row, std::size_t head, std::size_t width) {
    std::array<std::vector<std::string>, kCoreKinds.size()> lines;
    std::size_t height = 1;
    for (std::size_t k = 0; k < lines.size(); ++k) {
      for (const std::string& detail : row.cells[k].details) {
        for (std::string& piece : wrap(detail, width - 2)) lines[k].push_back(std::move(piece));
      }
      height = std::max(height, lines[k].size() + 1);
    }
    for (std::size_t y = 0; y < height; ++y) {
      std::string line = pad(y == 0 ? "  " + voice_("triangle." + std::string(row.id)) : "", head);
      for (std::size_t k = 0; k < lines.size(); ++k) {
        if (y == 0) {
          line += cell_word(row.id, row.cells[k], width);
        } else {
          line += pad(y <= lines[k].size() ? lines[k][y - 1] : "", width);
        }
      }
      page_.line(trimmed(line));
    }
  }

  std::string cell_word(std::string_view row, const Cell& cell, std::size_t width) const {
    const std::string word = pad(voice_("tri." + std::string(findings::name(cell.value))), width);
    if (cell.value == Tri::unknown) return page_.painted(word, Paint::yellow);
    if (cell.value == Tri::yes && row != "says") return page_.painted(word, Paint::red);
    return word;
  }

  void findings_part() {
    std::vector<const Finding*> concerns;
    std::vector<const Finding*> good;
    std::vector<const Finding*> accepted;
    for (const Finding& finding : result_.findings) {
      (finding.accepted ? accepted : finding.good ? good : concerns).push_back(&finding);
    }
    if (!concerns.empty()) {
      page_.heading(voice_("report.findings", {std::to_string(concerns.size())}));
      for (const Finding* finding : concerns) one_finding(*finding);
    }
    if (!good.empty()) {
      page_.heading(voice_("report.good_signs"));
      for (const Finding* finding : good) {
        page_.item("  + ", voice_(finding->title), Paint::green);
        evidence(*finding, 1);
      }
    }
    if (!accepted.empty()) {
      page_.heading(voice_("report.accepted", {std::to_string(accepted.size())}));
      for (const Finding* finding : accepted) {
        page_.item("  ", voice_("report.accepted_one",
                                {voice_(finding->title), printable(finding->accepted_reason)}));
      }
    }
  }

  void one_finding(const Finding& finding) {
    const std::string mark =
        finding.open ? voice_("report.open")
                     : voice_("severity." + std::string(findings::name(finding.severity)));
    page_.item("  [" + mark + "] ", voice_(finding.title),
               finding.open ? Paint::yellow : paint_of(finding.severity), Paint::bold);
    const std::string message = voice_(finding.message);
    if (message != voice_(finding.title)) page_.item("      ", message);
    std::string articles;
    for (const std::string& id : finding.articles) {
      if (!articles.empty()) articles += voice_("report.article_separator");
      articles += voice_.article(id);
    }
    const std::string indent = "      ";
    if (!articles.empty()) page_.item(indent + voice_("report.norms"), articles);
    evidence(finding, kEvidenceShown);
    page_.item(indent + voice_("report.basis"),
               voice_("basis." + std::string(findings::name(finding.basis))) + " · " + finding.rule,
               Paint::plain, Paint::dim);
  }

  void evidence(const Finding& finding, std::size_t most) {
    const std::string indent = "      ";
    const std::string label = voice_("report.evidence");
    const std::string under = indent + std::string(columns(label), ' ');
    std::size_t shown = 0;
    for (const findings::Evidence& one : finding.evidence) {
      if (shown == most) break;
      page_.item(shown == 0 ? indent + label : under, voice_.place(one), Paint::plain, Paint::cyan);
      if (!one.excerpt.empty()) {
        page_.item(under, fit(printable(one.excerpt), kExcerptColumns));
      }
      path(one, under);
      ++shown;
    }
    if (finding.evidence.size() > shown && most > 1) {
      page_.item(under, voice_("report.more", {std::to_string(finding.evidence.size() - shown)}),
                 Paint::plain, Paint::dim);
    }
  }

  void path(const findings::Evidence& one, const std::string& under) {
    for (std::size_t i = 0; i < one.path.size() && i < kPathShown; ++i) {
      page_.item(under + (i == 0 ? "  " : "  → "), voice_.step(one.path[i]));
    }
    if (one.path.size() > kPathShown) {
      page_.item(under + "  ",
                 voice_("report.more", {std::to_string(one.path.size() - kPathShown)}));
    }
  }

  void unseen_part() {
    const std::vector<std::string> lines = unseen(result_, voice_);
    if (lines.empty()) return;
    page_.heading(voice_("report.unseen"));
    for (const std::string& line : lines) page_.item("  ? ", line, Paint::yellow);
  }

  void permissions() {
    const bool tricks = !result_.tricks.empty();
    if (result_.decoys.empty() && result_.hidden.empty() && !tricks) return;
    page_.heading(voice_("report.oddities"));
    permission_list("report.hidden", result_.hidden);
    permission_list("report.decoys", result_.decoys);
    std::vector<std::string> seen;
    for (const findings::Trick& trick : result_.tricks) {
      const std::string words = voice_(voice_.words().trick(trick.id));
      const std::string where = printable(trick.entry);
      std::string line = words + (where.empty() ? "" : " · " + where);
      if (std::find(seen.begin(), seen.end(), line) != seen.end()) continue;
      page_.item("  ! ", line, Paint::yellow);
      seen.push_back(std::move(line));
    }
  }

  void permission_list(std::string_view key, const std::vector<findings::Permission>& list) {
    if (list.empty()) return;
    std::vector<std::string> names;
    for (const findings::Permission& permission : list) {
      std::string name = printable(short_permission(permission.name));
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
      }
    }
    page_.item("  ! ", voice_(key, {voice_.list(names)}), Paint::yellow);
  }

  void steps() {
    const std::vector<std::string> borrower = borrower_steps(result_, voice_);
    const std::vector<std::string> lender = lender_steps(result_, voice_);
    if (borrower.empty() && lender.empty()) return;
    page_.heading(voice_("report.what_to_do"));
    if (!borrower.empty()) {
      page_.item("  ", voice_("report.for_borrower"));
      for (std::size_t i = 0; i < borrower.size(); ++i) {
        page_.item("    " + std::to_string(i + 1) + ". ", borrower[i]);
      }
    }
    if (!lender.empty()) {
      page_.item("  ", voice_("report.for_lender"));
      for (const std::string& step : lender) page_.item("    - ", step);
    }
  }

  static std::string trimmed(std::string text) {
    // Trailing spaces may stand before the code that ends a colour.
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
  }

  const ScanResult& result_;
  const Voice& voice_;
  Page page_;
};

}  // namespace

void write_text(std::ostream& out, const ScanResult& result, const Voice& voice,
                const TextOptions& options) {
  TextReport(out, result, voice, options).write();
}

}  // namespace loanlint::report
