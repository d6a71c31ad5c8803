// SPDX-License-Identifier: Apache-2.0
#include "report/html_summary.h"

#include <algorithm>
#include <string>

#include "report/html_assets.h"
#include "report/html_charts.h"
#include "report/html_page.h"
#include "report/html_summary_tables.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

using findings::Verdict;

constexpr std::array<Verdict, 4> kWorstFirst{Verdict::fail, Verdict::incomplete, Verdict::review,
                                             Verdict::pass};
constexpr std::array<std::string_view, 3> kRows{"asks", "does", "says"};
constexpr std::size_t kRulesShown = 15;

/// The page of one set in one language, part by part.
class SummaryReport {
 public:
  SummaryReport(Html& html, const StoreSummary& summary, const Voice& voice)
      : html_(html), summary_(summary), voice_(voice) {}

  void write() {
    {
      const auto part = html_.open("header", {{"class", "who"}});
      html_.leaf("p", voice_("summary.kicker"), {{"class", "kicker"}});
      html_.leaf("h1", summary_.name);
      html_.leaf("p",
                 voice_("summary.counts", {number(summary_.files), number(summary_.packages),
                                           number(summary_.loan_packages)}),
                 {{"class", "ids"}});
      if (summary_.unfinished > 0) {
        html_.leaf("p", voice_("summary.unfinished", {number(summary_.unfinished)}));
      }
    }
    {
      const auto first = html_.open("div", {{"class", "first"}});
      verdicts();
      answers();
    }
    rules();
    write_package_table(html_, summary_, voice_);
    write_histories(html_, summary_, voice_);
    write_sdk_table(html_, summary_, voice_);
    write_failure_table(html_, summary_, voice_);
    const auto footer = html_.open("footer");
    html_.leaf("p", voice_("html.wording"));
    html_.leaf("p", voice_("html.disclaimer"));
  }

 private:
  static std::string number(std::uint64_t value) { return std::to_string(value); }

  void verdicts() {
    const auto part = html_.open("section");
    html_.leaf("h2", voice_("summary.verdicts"));
    const auto list = html_.open("ul", {{"class", "bars"}});
    for (const Verdict verdict : kWorstFirst) {
      const std::string id(name(verdict));
      const std::uint64_t count = summary_.verdicts[static_cast<std::size_t>(verdict)];
      bar_item(voice_("verdict." + id), count, summary_.packages, id);
    }
  }

  /// A name, its number and share, and a bar of that length.
  void bar_item(const std::string& label, std::uint64_t count, std::uint64_t whole,
                std::string_view style) {
    const auto item = html_.open("li");
    {
      const auto line = html_.open("p", {{"class", "bar-line"}});
      html_.leaf("span", label);
      html_.leaf("span", voice_("summary.share", {number(count), percent(count, whole)}),
                 {{"class", "figure"}});
    }
    const std::string described =
        voice_("summary.bar", {label, number(count), percent(count, whole)});
    write_bar(html_, {{style, count}}, whole, described);
  }

  void answers() {
    const auto part = html_.open("section", {{"class", "said"}});
    html_.leaf("h2", voice_("summary.answers"));
    {
      const auto table = html_.open("table", {{"class", "voices"}});
      html_.leaf("caption", voice_("html.triangle.caption"), {{"class", "unseen"}});
      {
        const auto head = html_.open("thead");
        const auto row = html_.open("tr");
        for (const std::string_view kind : kCoreKinds) {
          const auto cell = html_.open("th", {{"scope", "col"}});
          html_.leaf("span", voice_.kind(kind), {{"class", "kind"}});
        }
      }
      for (std::size_t i = 0; i < kRows.size(); ++i) answer_row(i);
    }
    html_.leaf("p", voice_("summary.answers.legend"), {{"class", "legend"}});
  }

  void answer_row(std::size_t i) {
    const auto body = html_.open("tbody");
    {
      const auto row = html_.open("tr");
      html_.leaf("th", voice_("html.question." + std::string(kRows[i])),
                 {{"scope", "rowgroup"}, {"colspan", "3"}});
    }
    const auto row = html_.open("tr");
    for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
      const AnswerCounts& counts = summary_.answers[i][k];
      const std::string words =
          voice_("summary.answer", {number(counts.yes), number(counts.no), number(counts.unknown)});
      const auto cell = html_.open("td", {{"class", kRows[i]}});
      html_.leaf("p", percent(counts.yes, counts.yes + counts.no + counts.unknown),
                 {{"class", "share"}});
      write_bar(html_, {{"yes", counts.yes}, {"unknown", counts.unknown}, {"no", counts.no}}, 0,
                words);
      html_.leaf("p", words, {{"class", "detail"}});
    }
  }

  void rules() {
    if (summary_.rules.empty()) return;
    const auto part = html_.open("section", {{"id", local_id(voice_, "rules")}});
    html_.leaf("h2", voice_("summary.rules.title"));
    const auto list = html_.open("ul", {{"class", "bars two"}});
    for (std::size_t i = 0; i < std::min(kRulesShown, summary_.rules.size()); ++i) {
      const SummaryRule& rule = summary_.rules[i];
      const std::string title = voice_(rule.title);
      bar_item(title.empty() ? rule.id : title, rule.packages, summary_.packages,
               name(rule.severity));
    }
  }

  Html& html_;
  const StoreSummary& summary_;
  const Voice& voice_;
};

}  // namespace

void write_html_summary(std::ostream& out, const StoreSummary& summary, const Words& words,
                        catalog::Language language) {
  const auto title = [&](catalog::Language shown) {
    return Voice(words, shown)("summary.title", {summary.name});
  };
  HtmlPage page;
  page.title = {title(catalog::Language::zh), title(catalog::Language::en)};
  page.language = language;
  page.script = kSortScript;
  page.content = [&](Html& html, const Voice& voice) {
    SummaryReport(html, summary, voice).write();
  };
  write_page(out, page, words);
}

}  // namespace loanlint::report
