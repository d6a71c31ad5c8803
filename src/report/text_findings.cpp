// SPDX-License-Identifier: Apache-2.0
#include "report/text_findings.h"

#include <algorithm>
#include <array>

#include "base/printable.h"
#include "report/evidence_line.h"
#include "report/finding_groups.h"
#include "report/summary.h"
#include "report/width.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;
using findings::Severity;

/// Groups that fit on one screen beside the verdict and the table.
constexpr std::size_t kGroupsShown = 8;
constexpr std::string_view kIndent = "      ";

Paint paint_of(const Finding& finding) {
  if (finding.open) return Paint::yellow;
  if (finding.severity >= Severity::high) return Paint::red;
  return finding.severity == Severity::medium ? Paint::yellow : Paint::cyan;
}

std::string mark_of(const Finding& finding, const Voice& voice) {
  if (finding.open) return voice("report.open");
  return voice("report.mark", {voice("severity." + std::string(findings::name(finding.severity))),
                               voice("word." + std::string(findings::name(finding.basis)))});
}

/// "[mark] title", wrapped under itself and not under the mark, which may be long.
void title_line(Page& page, const Finding& finding, const std::string& title, const Voice& voice) {
  const std::string mark = "[" + mark_of(finding, voice) + "]";
  std::vector<std::string> lines = wrap(mark + " " + title, page.width() - kIndent.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 && lines[0].starts_with(mark)) {
      page.line("  " + page.painted(mark, paint_of(finding)) +
                page.painted(lines[0].substr(mark.size()), Paint::bold));
    } else {
      page.line(std::string(kIndent) + page.painted(lines[i], Paint::bold));
    }
  }
}

/// `text` in at most `most` lines behind the indent.
void block(Page& page, const std::string& text, std::size_t most, Paint paint) {
  if (text.empty()) return;
  const std::size_t room = page.width() - kIndent.size();
  std::vector<std::string> lines = wrap(text, room);
  if (lines.size() > most) {
    lines.resize(most);
    lines.back() = fit(lines.back(), room - 1);
    if (!lines.back().ends_with("…")) lines.back() += "…";
  }
  for (const std::string& line : lines) page.item(kIndent, line, Paint::plain, paint);
}

void brief_group(Page& page, const FindingGroup& group, const Voice& voice) {
  title_line(page, group.first(), title_of(group, voice), voice);
  const std::size_t room = page.width() - kIndent.size();
  const bool grave = group.first().severity >= Severity::high;
  if (grave) {
    block(page, short_articles(group, voice, room), 1, Paint::plain);
    const bool quote =
        !group.first().evidence.empty() &&
        std::holds_alternative<findings::TextPlace>(group.first().evidence.front().where);
    const bool short_quote = quote && group.first().severity < Severity::critical;
    block(page, best_evidence(group, voice), short_quote ? 1 : 2, Paint::cyan);
  } else {
    const std::string place = best_place(group, voice);
    const std::size_t left = place.empty() ? room : room - std::min(room, columns(place) + 3);
    const std::string articles = short_articles(group, voice, left);
    block(page, place + (place.empty() || articles.empty() ? "" : " · ") + articles, 1,
          Paint::plain);
  }
  for (const FindingGroup& weaker : group.overlapping) {
    if (weaker.first().severity < Severity::medium) continue;
    page.item(
        std::string(kIndent) + "+ ",
        voice("report.same_place", {title_of(weaker, voice), mark_of(weaker.first(), voice)}));
  }
}

/// How many findings of each severity, most severe first: "中 2、低 5".
class Counts {
 public:
  void add(const FindingGroup& group, bool with_overlapping) {
    for (const Finding* one : group.members) ++counts_[static_cast<std::size_t>(one->severity)];
    if (!with_overlapping) return;
    for (const FindingGroup& weaker : group.overlapping) add(weaker, true);
  }
  std::size_t all() const {
    std::size_t sum = 0;
    for (const std::size_t count : counts_) sum += count;
    return sum;
  }
  std::string words(const Voice& voice) const {
    std::string out;
    for (std::size_t i = counts_.size(); i-- > 0;) {
      if (counts_[i] == 0) continue;
      if (!out.empty()) out += voice("report.list.comma");
      out += voice("report.count",
                   {voice("severity." + std::string(findings::name(static_cast<Severity>(i)))),
                    std::to_string(counts_[i])});
    }
    return out;
  }

 private:
  std::array<std::size_t, 5> counts_{};
};

void head_line(Page& page, const ScanResult& result, const Voice& voice) {
  page.heading(voice("report.findings", {std::to_string(count_open_concerns(result))}));
}

void articles_in_full(Page& page, const Finding& finding, const Voice& voice) {
  const std::string label = std::string(kIndent) + voice("report.norms");
  const std::string under(columns(label), ' ');
  bool first = true;
  for (const std::string& id : finding.articles) {
    page.item(
        first ? label : under,
        voice("report.article_gist", {voice.article(id), voice(voice.words().article(id).gist)}));
    first = false;
  }
}

void evidence_in_full(Page& page, const Finding& finding, const Voice& voice) {
  const std::string label = std::string(kIndent) + voice("report.evidence");
  const std::string under(columns(label), ' ');
  bool first = true;
  for (const findings::Evidence* one : distinct_evidence(finding)) {
    const std::string place = voice.place(*one);
    page.item(first ? label : under, place, Paint::plain, Paint::cyan);
    first = false;
    const std::string excerpt = printable(one->excerpt);
    // The instruction names the member already.
    if (!excerpt.empty() && place.find(excerpt) == std::string::npos) page.item(under, excerpt);
    bool start = true;
    for (const std::string& step : path_lines(*one, voice)) {
      page.item(under + (start ? "  " : "  → "), step);
      start = false;
    }
  }
}

void labelled(Page& page, const Voice& voice, std::string_view key, const std::string& text,
              Paint paint = Paint::plain) {
  if (!text.empty()) page.item(std::string(kIndent) + voice(key), text, Paint::plain, paint);
}

void full_finding(Page& page, const Finding& finding, const Voice& voice) {
  title_line(page, finding, voice(finding.title), voice);
  const std::string message = voice(finding.message);
  if (message != voice(finding.title)) page.item(kIndent, message);
  labelled(page, voice, "report.why", voice(finding.why));
  articles_in_full(page, finding, voice);
  evidence_in_full(page, finding, voice);
  labelled(page, voice, "report.basis", basis_words(finding, voice) + " · " + finding.rule,
           Paint::dim);
  labelled(page, voice, "report.advice_borrower", voice(finding.advice_borrower));
  labelled(page, voice, "report.advice_lender", voice(finding.advice_lender));
}

}  // namespace

void write_brief_findings(Page& page, const ScanResult& result, const Voice& voice) {
  const std::vector<FindingGroup> groups = group_findings(result);
  if (groups.empty()) return;
  head_line(page, result, voice);
  Counts hidden;
  std::size_t shown = 0;
  // Where there is nothing worse, minor things have the room.
  const Severity least = std::min(groups.front().first().severity, Severity::medium);
  for (const FindingGroup& group : groups) {
    const Severity severity = group.first().severity;
    const bool show = severity >= Severity::high || group.first().open ||
                      (severity >= least && shown < kGroupsShown);
    if (!show) {
      hidden.add(group, true);
      continue;
    }
    ++shown;
    brief_group(page, group, voice);
    for (const FindingGroup& weaker : group.overlapping) {
      if (weaker.first().severity < Severity::medium) hidden.add(weaker, true);
    }
  }
  if (hidden.all() == 0) return;
  page.item("  ", voice("report.others", {std::to_string(hidden.all()), hidden.words(voice)}));
}

void write_full_findings(Page& page, const ScanResult& result, const Voice& voice) {
  if (count_open_concerns(result) == 0) return;
  head_line(page, result, voice);
  for (const Finding& finding : result.findings) {
    if (!finding.good && !finding.accepted) full_finding(page, finding, voice);
  }
}

void write_other_findings(Page& page, const ScanResult& result, const Voice& voice) {
  std::vector<const Finding*> good;
  std::vector<const Finding*> accepted;
  for (const Finding& finding : result.findings) {
    if (finding.accepted) {
      accepted.push_back(&finding);
    } else if (finding.good) {
      good.push_back(&finding);
    }
  }
  if (!good.empty()) {
    page.heading(voice("report.good_signs"));
    for (const Finding* finding : good) page.item("  + ", voice(finding->title), Paint::green);
  }
  if (!accepted.empty()) {
    page.heading(voice("report.accepted", {std::to_string(accepted.size())}));
    for (const Finding* finding : accepted) {
      page.item("  ", voice("report.accepted_one",
                            {voice(finding->title), printable(finding->accepted_reason)}));
    }
  }
}

}  // namespace loanlint::report
