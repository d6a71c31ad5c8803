// SPDX-License-Identifier: Apache-2.0
#include "report/html_package.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "report/html_page.h"
#include "report/summary.h"

namespace loanlint::report {
namespace {

using findings::Permission;
using findings::ScanResult;

class Rows {
 public:
  explicit Rows(Html& html) : html_(html), list_(html.open("dl", {{"class", "facts wide"}})) {}
  void row(std::string_view term, std::string_view value, bool code = false) {
    if (value.empty()) return;
    html_.leaf("dt", term);
    const auto description = html_.open("dd");
    if (code) {
      html_.leaf("code", value, {{"translate", "no"}});
    } else {
      html_.text(value);
    }
  }

 private:
  Html& html_;
  const Html::Element list_;
};

void permission(Html& html, const Permission& one, const Voice& voice) {
  const auto item = html.open("li");
  html.leaf("code", short_permission(one.name), {{"translate", "no"}});
  if (one.min_sdk > 0) html.text(voice("html.from_sdk", {std::to_string(one.min_sdk)}));
  if (one.max_sdk > 0) html.text(voice("html.to_sdk", {std::to_string(one.max_sdk)}));
}

void permissions(Html& html, std::string_view title, const std::vector<Permission>& list,
                 const Voice& voice) {
  if (list.empty()) return;
  html.leaf("h3", title);
  const auto names = html.open("ul", {{"class", "names"}});
  for (const Permission& one : list) permission(html, one, voice);
}

void documents(Html& html, const ScanResult& result, const Voice& voice) {
  if (result.documents.empty()) return;
  html.leaf("h3", voice("html.documents"));
  const auto list = html.open("ul", {{"class", "names"}});
  for (const findings::DocumentSummary& document : result.documents) {
    const auto item = html.open("li");
    html.leaf("code", document.entry, {{"translate", "no"}});
    html.text(voice("html.document",
                    {document.language, document.encoding, std::to_string(document.bytes)}));
  }
}

std::string range(std::int64_t min_sdk, std::int64_t target_sdk, const Voice& voice) {
  const std::string min = min_sdk > 0 ? std::to_string(min_sdk) : voice("html.not_said");
  const std::string target = target_sdk > 0 ? std::to_string(target_sdk) : voice("html.not_said");
  return voice("html.sdks", {min, target});
}

}  // namespace

void write_unseen(Html& html, const ScanResult& result, const Voice& voice) {
  const std::vector<std::string> lines = unseen(result, voice);
  const auto part = html.open("section", {{"id", local_id(voice, "unseen")}});
  html.leaf("h2", voice("report.unseen"));
  if (!lines.empty()) {
    const auto list = html.open("ul", {{"class", "unseen-list"}});
    for (const std::string& line : lines) html.leaf("li", line);
  }
  html.leaf("p", voice("html.static_only"), {{"class", "note"}});
}

void write_oddities(Html& html, const ScanResult& result, const Voice& voice) {
  if (result.tricks.empty() && result.hidden.empty() && result.decoys.empty()) return;
  const auto part = html.open("section", {{"id", local_id(voice, "oddities")}});
  html.leaf("h2", voice("report.oddities"));
  permissions(html, voice("html.hidden"), result.hidden, voice);
  permissions(html, voice("html.decoys"), result.decoys, voice);
  if (result.tricks.empty()) return;
  html.leaf("h3", voice("html.tricks"));
  const auto list = html.open("ul", {{"class", "tricks"}});
  std::vector<std::pair<std::string, std::string>> seen;
  for (const findings::Trick& trick : result.tricks) {
    std::pair<std::string, std::string> one{trick.id, trick.entry};
    if (std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
    seen.push_back(std::move(one));
    const auto item = html.open("li");
    html.text(voice(voice.words().trick(trick.id)));
    if (!trick.entry.empty() || !trick.detail.empty()) {
      const auto where = html.open("p", {{"class", "place"}});
      if (!trick.entry.empty()) html.leaf("code", trick.entry, {{"translate", "no"}});
      html.text(" ");
      html.text(trick.detail);
    }
  }
}

void write_package(Html& html, const ScanResult& result, const Voice& voice) {
  const findings::Identity& id = result.identity;
  const auto part = html.open("section", {{"id", local_id(voice, "package")}});
  html.leaf("h2", voice(id.input == "policy" ? "html.about_policy" : "html.about_package"));
  {
    Rows rows(html);
    rows.row(voice("html.package"), id.package, true);
    std::string version = id.version_name;
    if (!id.version_code.empty()) version += " (" + id.version_code + ")";
    rows.row(voice("html.version"), version);
    if (id.input != "policy") rows.row("SDK", range(id.min_sdk, id.target_sdk, voice));
    rows.row(voice("html.file"), id.path, true);
    if (id.size > 0) rows.row(voice("html.size"), voice("html.bytes", {std::to_string(id.size)}));
    rows.row("SHA-256", id.sha256, true);
    for (const std::string& signer : id.signers) rows.row(voice("html.signer"), signer, true);
    rows.row(voice("html.tool"), "loanlint " + voice.words().version());
    rows.row(voice("html.ruleset"), voice.words().ruleset(), true);
  }
  permissions(html, voice("html.permissions"), result.requested, voice);
  documents(html, result, voice);
}

void write_norms(Html& html, const ScanResult& result, const Voice& voice) {
  std::vector<Citation> laws;
  for (const findings::Finding& finding : result.findings) {
    for (const std::string& id : finding.articles) {
      Citation citation = voice.words().article(id);
      const bool there = std::any_of(laws.begin(), laws.end(),
                                     [&](const Citation& law) { return law.law == citation.law; });
      if (!there && !citation.force.empty()) laws.push_back(std::move(citation));
    }
  }
  const auto part = html.open("section", {{"id", local_id(voice, "norms")}});
  html.leaf("h2", voice("html.reading"));
  html.leaf("p", voice("html.wording"));
  if (laws.empty()) return;
  html.leaf("h3", voice("html.read_at"));
  const auto list = html.open("ul", {{"class", "laws"}});
  for (const Citation& law : laws) {
    const auto item = html.open("li");
    html.text(voice(law.law));
    html.text(" ");
    html.leaf("span", voice("force." + law.force),
              {{"class", law.force == "law" ? "force statute" : "force"}});
    html.text(" ");
    html.leaf("code", law.read_at, {{"translate", "no"}});
  }
}

}  // namespace loanlint::report
