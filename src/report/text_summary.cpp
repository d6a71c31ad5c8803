// SPDX-License-Identifier: Apache-2.0
#include "report/text_summary.h"

#include <algorithm>

#include "base/printable.h"
#include "report/html_charts.h"
#include "report/summary_words.h"
#include "report/triangle.h"
#include "report/width.h"

namespace loanlint::report {
namespace {

using findings::Verdict;

/// A cell of a list, and what stands in it.
using Cells = std::vector<std::string>;

/// The page, part by part.
class TextSummary {
 public:
  TextSummary(Page& page, const StoreSummary& summary, const Voice& voice)
      : page_(page), summary_(summary), voice_(voice) {}

  void write() {
    page_.item("", printable(summary_.name), Paint::plain, Paint::bold);
    page_.item("  ", voice_("summary.counts", {number(summary_.files), number(summary_.packages),
                                               number(summary_.loan_packages)}));
    if (summary_.unfinished > 0)
      page_.item("  ", voice_("summary.unfinished", {number(summary_.unfinished)}));
    verdicts();
    answers();
    rules();
    packages();
    histories();
    sdks();
    failures();
  }

 private:
  static std::string number(std::uint64_t value) { return std::to_string(value); }

  std::string share(std::uint64_t count) const {
    return voice_("summary.share", {number(count), percent(count, summary_.packages)});
  }

  void verdicts() {
    page_.heading(voice_("summary.verdicts"));
    std::vector<Cells> rows;
    for (const Verdict verdict :
         {Verdict::fail, Verdict::incomplete, Verdict::review, Verdict::pass}) {
      rows.push_back({voice_("verdict." + std::string(name(verdict))),
                      share(summary_.verdicts[static_cast<std::size_t>(verdict)])});
    }
    table(rows);
  }

  void answers() {
    page_.heading(voice_("summary.answers"));
    Cells head{""};
    for (const std::string_view kind : kCoreKinds) head.push_back(voice_.kind(kind));
    std::vector<Cells> rows{head};
    for (std::size_t i = 0; i < kVoices.size(); ++i) {
      Cells row{voice_("triangle." + std::string(kVoices[i]))};
      for (const AnswerCounts& counts : summary_.answers[i]) {
        row.push_back(voice_("summary.answer",
                             {number(counts.yes), number(counts.no), number(counts.unknown)}));
      }
      rows.push_back(std::move(row));
    }
    table(rows);
  }

  void rules() {
    if (summary_.rules.empty()) return;
    page_.heading(voice_("summary.rules.title"));
    std::vector<Cells> rows;
    for (const SummaryRule& rule : summary_.rules) {
      rows.push_back({voice_("severity." + std::string(name(rule.severity))), share(rule.packages),
                      label_of(rule.title, rule.id, voice_)});
    }
    table(rows);
  }

  void packages() {
    if (summary_.worst.empty()) return;
    page_.heading(voice_("summary.packages.title"));
    for (const SummaryPackage& package : summary_.worst) {
      std::string head = app_name(package, voice_);
      if (!package.package.empty()) head += " · " + printable(package.package);
      if (!package.version_name.empty()) head += " " + printable(package.version_name);
      page_.item("  ", head, Paint::plain, Paint::bold);
      std::string line = voice_("verdict." + std::string(name(package.verdict)));
      const std::string found = finding_words(package, voice_);
      if (!found.empty()) line += " · " + found;
      page_.item("    ", line);
      page_.item("    ", printable(package.path), Paint::plain, Paint::dim);
    }
    listed(summary_.worst.size(), summary_.packages);
  }

  void histories() {
    if (summary_.histories.empty()) return;
    page_.heading(voice_("summary.versions.title"));
    for (const SummaryHistory& history : summary_.histories) {
      std::string head = label_of(history.label, history.package, voice_);
      if (head != history.package) head += " · " + printable(history.package);
      page_.item("  ", head, Paint::plain, Paint::bold);
      for (std::size_t i = 0; i < history.versions.size(); ++i) version(history, i);
    }
  }

  void version(const SummaryHistory& history, std::size_t i) {
    const SummaryPackage& one = history.versions[i];
    const std::string name =
        printable(one.version_name.empty() ? one.version_code : one.version_name);
    std::string line = voice_("verdict." + std::string(findings::name(one.verdict)));
    for (const std::string& change : change_words(history, i, voice_)) {
      line += voice_("summary.change", {change});
    }
    page_.item("    " + pad(name, kVersionColumns) + "  ", line);
  }

  void sdks() {
    if (summary_.sdks.empty()) return;
    page_.heading(voice_("summary.sdks.title"));
    std::vector<Cells> rows{
        {voice_("summary.sdk"), voice_("summary.in_packages"), voice_("summary.sdk_reads")}};
    for (const SummarySdk& sdk : summary_.sdks) {
      const std::string reads = read_words(sdk, voice_);
      rows.push_back({label_of(sdk.name, sdk.id, voice_), number(sdk.packages),
                      reads.empty() ? voice_("summary.none") : reads});
    }
    table(rows);
  }

  void failures() {
    if (summary_.failures.empty()) return;
    page_.heading(voice_("summary.failures.title"));
    for (const SummaryFailure& failure : summary_.failures) {
      page_.item("  ", printable(failure.path));
      page_.item("    ", failure_words(failure, voice_), Paint::plain, Paint::dim);
    }
    listed(summary_.failures.size(), summary_.failure_count);
  }

  void listed(std::uint64_t shown, std::uint64_t all) {
    if (shown < all)
      page_.item("  ", voice_("summary.failures.note", {number(shown), number(all)}));
  }

  /// Rows in columns as wide as they need; the last one is wrapped by nobody and ends the line.
  void table(const std::vector<Cells>& rows) {
    std::vector<std::size_t> widths;
    for (const Cells& row : rows) {
      widths.resize(std::max(widths.size(), row.size()));
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
    }
    for (const Cells& row : rows) {
      std::string line = " ";
      for (std::size_t i = 0; i < row.size(); ++i) {
        line += " ";
        line += i + 1 == row.size() ? row[i] : pad(row[i], widths[i] + 1);
      }
      page_.line(line);
    }
  }

  static constexpr std::size_t kVersionColumns = 10;
  Page& page_;
  const StoreSummary& summary_;
  const Voice& voice_;
};

}  // namespace

void write_text_summary(Page& page, const StoreSummary& summary, const Voice& voice) {
  TextSummary(page, summary, voice).write();
}

}  // namespace loanlint::report
