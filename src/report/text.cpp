// SPDX-License-Identifier: Apache-2.0
#include "report/text.h"

#include <algorithm>
#include <iterator>

#include "base/printable.h"
#include "report/page.h"
#include "report/summary.h"
#include "report/text_findings.h"
#include "report/text_head.h"

namespace loanlint::report {
namespace {

using findings::ScanResult;

/// Lines of a list that the short report shows.
constexpr std::size_t kLinesShown = 4;
constexpr std::size_t kAdviceShown = 1;

/// The text report of one result, part by part.
class TextReport {
 public:
  TextReport(std::ostream& out, const ScanResult& result, const Voice& voice,
             const TextOptions& options)
      : result_(result),
        voice_(voice),
        page_(out, options.width, options.colour),
        verbose_(options.verbose) {}

  void write() {
    write_identity(page_, result_, voice_);
    write_verdict(page_, result_, voice_);
    write_table(page_, result_, voice_);
    if (verbose_) {
      write_full_findings(page_, result_, voice_);
    } else {
      write_brief_findings(page_, result_, voice_);
    }
    write_other_findings(page_, result_, voice_);
    unseen_part();
    oddities();
    steps();
    if (verbose_) {
      if (!result_.identity.sha256.empty()) {
        page_.blank();
        page_.item("", voice_("report.sha256", {result_.identity.sha256}), Paint::plain,
                   Paint::dim);
      }
    } else if (!result_.findings.empty()) {
      page_.item("", voice_("report.where_details"), Paint::plain, Paint::dim);
    }
  }

 private:
  void limited(const std::vector<std::string>& lines, const std::string& head) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!verbose_ && i == kLinesShown && lines.size() > kLinesShown + 1) {
        page_.item("    ", voice_("report.more", {std::to_string(lines.size() - i)}), Paint::plain,
                   Paint::dim);
        return;
      }
      page_.item(head, lines[i], Paint::yellow);
    }
  }

  void unseen_part() {
    const std::vector<std::string> lines = unseen(result_, voice_);
    if (lines.empty()) return;
    page_.heading(voice_("report.unseen"));
    limited(lines, "  ? ");
  }

  void oddities() {
    std::vector<std::string> lines;
    add_permissions("report.hidden", hidden_by_tricks(), lines);
    add_permissions("report.decoys", result_.decoys, lines);
    for (const findings::Trick& trick : result_.tricks) {
      std::string line = voice_(voice_.words().trick(trick.id));
      if (!trick.entry.empty()) line += " · " + printable(trick.entry);
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
        lines.push_back(std::move(line));
      }
    }
    if (lines.empty()) return;
    page_.heading(voice_("report.oddities"));
    limited(lines, "  ! ");
  }

  /// What readings miss in an ordinary form of asking is hidden by no trick, and nothing odd.
  std::vector<findings::Permission> hidden_by_tricks() const {
    std::vector<findings::Permission> out;
    std::copy_if(result_.hidden.begin(), result_.hidden.end(), std::back_inserter(out),
                 [this](const findings::Permission& permission) {
                   return std::any_of(result_.tricks.begin(), result_.tricks.end(),
                                      [&permission](const findings::Trick& trick) {
                                        return trick.id == permission.note;
                                      });
                 });
    return out;
  }

  void add_permissions(std::string_view key, const std::vector<findings::Permission>& list,
                       std::vector<std::string>& lines) const {
    if (list.empty()) return;
    std::vector<std::string> names;
    for (const findings::Permission& permission : list) {
      std::string name = printable(short_permission(permission.name));
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(std::move(name));
      }
    }
    lines.push_back(voice_(key, {voice_.list(names)}));
  }

  void steps() {
    const std::vector<std::string> route =
        borrower_steps(result_, voice_, verbose_ ? Length::full : Length::brief);
    const std::vector<std::string> advice = borrower_advice(result_, voice_);
    const std::vector<std::string> lender = lender_steps(result_, voice_);
    if (route.empty() && advice.empty() && lender.empty()) return;
    page_.heading(voice_("report.what_to_do"));
    if (verbose_) page_.item("  ", voice_("report.for_borrower"));
    for (std::size_t i = 0; i < route.size(); ++i) {
      page_.item("  " + std::to_string(i + 1) + ". ", route[i]);
    }
    std::size_t shown = 0;
    for (const std::string& line : advice) {
      if (!verbose_ && shown++ == kAdviceShown) break;
      page_.item("  - ", line);
    }
    if (lender.empty() || !verbose_) return;
    page_.item("  ", voice_("report.for_lender"));
    for (const std::string& step : lender) page_.item("  - ", step);
  }

  const ScanResult& result_;
  const Voice& voice_;
  Page page_;
  bool verbose_;
};

}  // namespace

void write_text(std::ostream& out, const ScanResult& result, const Voice& voice,
                const TextOptions& options) {
  TextReport(out, result, voice, options).write();
}

}  // namespace loanlint::report
