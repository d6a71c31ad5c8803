// SPDX-License-Identifier: Apache-2.0
#include "report/html_advice.h"

#include <algorithm>
#include <string>
#include <vector>

#include "report/html_page.h"
#include "report/summary.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

/// The core kinds that a concern is about.
std::vector<std::string> concerned_kinds(const findings::ScanResult& result) {
  std::vector<std::string> out;
  for (const std::string_view kind : kCoreKinds) {
    for (const findings::Finding& finding : result.findings) {
      if (!finding.good && !finding.accepted && finding.kind == kind) {
        out.emplace_back(kind);
        break;
      }
    }
  }
  return out;
}

/// A cell with each of the names, which spaces part, on a line of its own.
void permission_names(Html& html, std::string_view names) {
  const auto cell = html.open("td", {{"class", "names"}});
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    html.leaf("code", names.substr(0, end), {{"translate", "no"}});
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

void replacements(Html& html, const std::vector<std::string>& kinds, const Voice& voice) {
  const auto frame = html.open("div", {{"class", "scroll"}});
  const auto table = html.open("table", {{"class", "plain"}});
  html.leaf("caption", voice("html.instead.caption"));
  {
    const auto part = html.open("thead");
    const auto row = html.open("tr");
    for (const char* key : {"html.instead.data", "html.instead.remove", "html.instead.use"}) {
      html.leaf("th", voice(key), {{"scope", "col"}});
    }
  }
  const auto part = html.open("tbody");
  for (const std::string& kind : kinds) {
    const auto row = html.open("tr");
    html.leaf("th", voice.kind(kind), {{"scope", "row"}});
    permission_names(html, voice("html.instead." + kind + ".remove"));
    html.leaf("td", voice("html.instead." + kind + ".use"));
  }
}

}  // namespace

void write_borrower_advice(Html& html, const findings::ScanResult& result, const Voice& voice) {
  const std::vector<std::string> steps = borrower_steps(result, voice);
  const std::vector<std::string> advice = borrower_advice(result, voice);
  if (steps.empty() && advice.empty()) return;
  const auto part =
      html.open("section", {{"class", "advice"}, {"id", local_id(voice, "borrower")}});
  html.leaf("h2", voice("html.for_borrower"));
  if (!steps.empty()) {
    const auto list = html.open("ol", {{"class", "steps"}});
    for (const std::string& step : steps) html.leaf("li", step);
  }
  if (advice.empty()) return;
  if (!steps.empty()) html.leaf("h3", voice("html.own_advice"));
  const auto list = html.open("ul", {{"class", "changes"}});
  for (const std::string& line : advice) html.leaf("li", line);
}

void write_lender_advice(Html& html, const findings::ScanResult& result, const Voice& voice) {
  const std::vector<std::string> steps = lender_steps(result, voice);
  const std::vector<std::string> kinds = concerned_kinds(result);
  if (steps.empty() && kinds.empty()) return;
  const auto part = html.open("section", {{"class", "advice"}, {"id", local_id(voice, "lender")}});
  html.leaf("h2", voice("html.for_lender"));
  if (!steps.empty()) {
    const auto list = html.open("ul", {{"class", "changes"}});
    for (const std::string& step : steps) html.leaf("li", step);
  }
  if (!kinds.empty()) replacements(html, kinds, voice);
}

}  // namespace loanlint::report
