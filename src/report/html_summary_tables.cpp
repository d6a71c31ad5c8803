// SPDX-License-Identifier: Apache-2.0
#include "report/html_summary_tables.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "report/html_page.h"
#include "report/html_picture.h"
#include "report/summary_words.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

using findings::Severity;
using findings::Tri;
using findings::Verdict;

/// A table that scrolls by itself where the page is narrow.
class Table {
 public:
  Table(Html& html, const Voice& voice, std::string_view caption_key,
        std::initializer_list<std::string_view> head_keys, std::string_view style = "scroll")
      : frame_(html.open("div", {{"class", style},
                                 {"tabindex", "0"},
                                 {"role", "group"},
                                 {"aria-label", voice(caption_key)}})),
        table_(html.open("table", {{"class", "list sortable"}})) {
    html.leaf("caption", voice(caption_key), {{"class", "unseen"}});
    const auto part = html.open("thead");
    const auto row = html.open("tr");
    for (const std::string_view key : head_keys) html.leaf("th", voice(key), {{"scope", "col"}});
  }

 private:
  const Html::Element frame_;
  const Html::Element table_;
};

void verdict_word(Html& html, Verdict verdict, const Voice& voice) {
  const std::string id(name(verdict));
  html.leaf("span", voice("verdict." + id), {{"class", "badge " + id}});
}

// Greater is worse in every sortable column.
std::string verdict_rank(Verdict verdict) { return std::to_string(static_cast<int>(verdict)); }

/// Asks, does, says as three signs, for one kind.
void three_answers(Html& html, const SummaryPackage& package, std::size_t kind,
                   const Voice& voice) {
  int rank = 0;
  std::array<std::string, 3> words;
  for (std::size_t i = 0; i < kVoices.size(); ++i) {
    const Tri value = package.answers[i][kind];
    rank = rank * 3 + static_cast<int>(value);
    words[i] = voice("tri." + std::string(name(value)));
  }
  const auto cell = html.open("td", {{"data-value", std::to_string(rank)}});
  const std::string described = voice("html.triangle.described", {words[0], words[1], words[2]});
  const auto group =
      html.open("span", {{"class", "answers"}, {"role", "img"}, {"aria-label", described}});
  for (std::size_t i = 0; i < kVoices.size(); ++i) {
    const auto one = html.open("span", {{"class", kVoices[i]}});
    write_sign(html, package.answers[i][kind]);
  }
}

void finding_counts(Html& html, const SummaryPackage& package, const Voice& voice) {
  // One number that orders by the most severe first.
  std::uint64_t rank = 0;
  for (std::size_t i = package.findings.size(); i-- > 0;) {
    rank = rank * 1000 + std::min<std::uint64_t>(package.findings[i], 999);
  }
  const std::string words = finding_words(package, voice);
  html.leaf("td", words.empty() ? voice("summary.none") : words,
            {{"data-value", std::to_string(rank)}});
}

void package_row(Html& html, const SummaryPackage& package, const Voice& voice) {
  const auto row = html.open("tr");
  {
    const std::string label = app_name(package, voice);
    const auto head = html.open("th", {{"scope", "row"}, {"data-value", label}});
    html.leaf("span", label, {{"class", "app"}, {"lang", html_language(label)}});
    if (!package.package.empty()) {
      const auto id = html.open("span", {{"class", "ids"}});
      html.leaf("code", package.package, {{"translate", "no"}});
      if (!package.version_name.empty()) html.text(" " + package.version_name);
    }
    const auto file = html.open("span", {{"class", "ids"}});
    html.leaf("code", package.path, {{"translate", "no"}});
  }
  {
    const auto cell = html.open("td", {{"data-value", verdict_rank(package.verdict)}});
    verdict_word(html, package.verdict, voice);
  }
  finding_counts(html, package, voice);
  for (std::size_t k = 0; k < kCoreKinds.size(); ++k) three_answers(html, package, k, voice);
}

void version_step(Html& html, const SummaryHistory& history, std::size_t i, const Voice& voice) {
  const SummaryPackage& version = history.versions[i];
  const auto item = html.open("li");
  {
    const auto line = html.open("p", {{"class", "version"}});
    html.leaf("strong", version.version_name.empty() ? version.version_code : version.version_name);
    html.text(" ");
    verdict_word(html, version.verdict, voice);
  }
  for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
    std::string words;
    for (std::size_t row = 0; row < kVoices.size(); ++row) {
      if (version.answers[row][k] != Tri::yes) continue;
      if (!words.empty()) words += voice("report.list.comma");
      words += voice("html.corner." + std::string(kVoices[row]));
    }
    if (words.empty()) continue;
    html.leaf("p", voice("summary.version_kind", {voice.kind(kCoreKinds[k]), words}),
              {{"class", "detail"}});
  }
  for (const std::string& change : change_words(history, i, voice)) {
    const auto line = html.open("p", {{"class", "detail"}});
    html.leaf("strong", change);
  }
}

}  // namespace

void write_package_table(Html& html, const StoreSummary& summary, const Voice& voice) {
  if (summary.worst.empty()) return;
  const auto part = html.open("section", {{"id", local_id(voice, "packages")}});
  html.leaf("h2", voice("summary.packages.title"));
  const std::string listed = std::to_string(summary.worst.size());
  html.leaf("p", voice("summary.packages.note", {listed, std::to_string(summary.packages)}),
            {{"class", "note"}});
  const Table table(html, voice, "summary.packages.title",
                    {"summary.app", "html.verdict", "summary.findings", "summary.contacts",
                     "summary.sms", "summary.call_log"},
                    "scroll packages");
  const auto body = html.open("tbody");
  for (const SummaryPackage& package : summary.worst) package_row(html, package, voice);
}

void write_sdk_table(Html& html, const StoreSummary& summary, const Voice& voice) {
  if (summary.sdks.empty()) return;
  const auto part = html.open("section", {{"id", local_id(voice, "sdks")}});
  html.leaf("h2", voice("summary.sdks.title"));
  const Table table(html, voice, "summary.sdks.title",
                    {"summary.sdk", "summary.in_packages", "summary.sdk_reads"});
  const auto body = html.open("tbody");
  for (const SummarySdk& sdk : summary.sdks) {
    const auto row = html.open("tr");
    html.leaf("th", label_of(sdk.name, sdk.id, voice), {{"scope", "row"}});
    html.leaf("td", std::to_string(sdk.packages), {{"class", "figure"}});
    const std::string reads = read_words(sdk, voice);
    html.leaf("td", reads.empty() ? voice("summary.none") : reads,
              {{"data-value", std::to_string(sdk.reads[0])}});
  }
}

void write_histories(Html& html, const StoreSummary& summary, const Voice& voice) {
  if (summary.histories.empty()) return;
  const auto part = html.open("section", {{"id", local_id(voice, "versions")}});
  html.leaf("h2", voice("summary.versions.title"));
  for (const SummaryHistory& history : summary.histories) {
    const std::string label = label_of(history.label, history.package, voice);
    html.leaf("h3", label, {{"lang", html_language(label)}});
    html.leaf("p", history.package, {{"class", "ids"}});
    const auto list = html.open("ol", {{"class", "versions"}});
    for (std::size_t i = 0; i < history.versions.size(); ++i) version_step(html, history, i, voice);
  }
}

void write_failure_table(Html& html, const StoreSummary& summary, const Voice& voice) {
  if (summary.failures.empty()) return;
  const auto part = html.open("section", {{"id", local_id(voice, "failures")}});
  html.leaf("h2", voice("summary.failures.title"));
  html.leaf("p",
            voice("summary.failures.note",
                  {std::to_string(summary.failures.size()), std::to_string(summary.failure_count)}),
            {{"class", "note"}});
  const Table table(html, voice, "summary.failures.title", {"html.file", "summary.reason"});
  const auto body = html.open("tbody");
  for (const SummaryFailure& failure : summary.failures) {
    const auto row = html.open("tr");
    {
      const auto head = html.open("th", {{"scope", "row"}});
      html.leaf("code", failure.path, {{"translate", "no"}});
    }
    html.leaf("td", failure_words(failure, voice));
  }
}

}  // namespace loanlint::report
