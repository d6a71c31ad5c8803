// SPDX-License-Identifier: Apache-2.0
#include "report/html_findings.h"

#include <string>

#include "report/evidence_line.h"
#include "report/html_page.h"

namespace loanlint::report {
namespace {

using findings::Finding;

constexpr std::size_t kEvidenceShown = 10;

std::string badge(const Finding& finding, const Voice& voice) {
  if (finding.open) return voice("report.open");
  return voice("html.severity", {voice("severity." + std::string(name(finding.severity)))});
}

void articles(Html& html, const std::vector<std::string>& ids, const Voice& voice) {
  if (ids.empty()) return;
  html.leaf("h4", voice("html.norms"));
  const auto list = html.open("ul", {{"class", "articles"}});
  for (const std::string& id : ids) {
    const Citation citation = voice.words().article(id);
    const auto item = html.open("li");
    if (citation.force.empty()) {
      html.text(id);
      continue;
    }
    {
      const auto cite = html.open("p", {{"class", "cite"}});
      html.leaf("strong", voice("report.cite", {voice(citation.law), voice(citation.cite)}));
      html.text(" ");
      html.leaf("span", voice("force." + citation.force),
                {{"class", citation.force == "law" ? "force statute" : "force"}});
    }
    html.leaf("p", voice(citation.gist));
  }
}

void fact_line(Html& html, std::string_view term, std::string_view description) {
  html.leaf("dt", term);
  html.leaf("dd", description);
}

std::string degree(const Finding& finding) {
  return finding.open ? "open" : std::string(name(finding.severity));
}

std::string finding_id(const Voice& voice, std::size_t number) {
  return local_id(voice, "finding-" + std::to_string(number));
}

/// The evidence of all members, what stands at one place shown once.
std::vector<findings::Evidence> evidence_of(const FindingGroup& group) {
  Finding all;
  for (const Finding* finding : group.members) {
    all.evidence.insert(all.evidence.end(), finding->evidence.begin(), finding->evidence.end());
  }
  std::vector<findings::Evidence> out;
  for (const findings::Evidence* one : distinct_evidence(all)) out.push_back(*one);
  return out;
}

/// Evidence on one side, norms and what the finding rests on beside it.
void proof(Html& html, const FindingGroup& group, const Voice& voice,
           const EvidenceSources& sources) {
  const std::vector<findings::Evidence> evidence = evidence_of(group);
  const bool both = !evidence.empty();
  const auto part = html.open("div", {{"class", both ? "proof both" : "proof"}});
  if (both) {
    const auto left = html.open("div");
    html.leaf("h4", voice("html.evidence"));
    write_evidence(html, evidence, voice, sources, kEvidenceShown);
  }
  const auto right = html.open("div");
  articles(html, articles_of(group), voice);
  const auto facts = html.open("dl", {{"class", "facts"}});
  fact_line(html, voice("html.basis"), basis_words(group.first(), voice));
  fact_line(html, voice("html.rule"), group.first().pack + " / " + group.first().rule);
}

}  // namespace

void write_finding_index(Html& html, const std::vector<FindingGroup>& groups, const Voice& voice) {
  const auto list = html.open("ol", {{"class", "index"}});
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string style = degree(groups[i].first());
    const auto item =
        html.open("li", {{"class", groups[i].companion ? style + " companion" : style}});
    html.leaf("span", badge(groups[i].first(), voice), {{"class", "badge"}});
    html.text(" ");
    html.leaf("a", title_of(groups[i], voice), {{"href", "#" + finding_id(voice, i + 1)}});
  }
}

void write_group(Html& html, const FindingGroup& group, std::size_t number, const Voice& voice,
                 const EvidenceSources& sources) {
  const auto card = html.open("section", {{"class", "finding"}, {"id", finding_id(voice, number)}});
  const std::string title = title_of(group, voice);
  {
    const auto heading = html.open("h3", {{"class", degree(group.first())}});
    html.leaf("span", badge(group.first(), voice), {{"class", "badge"}});
    html.text(" ");
    html.text(title);
  }
  for (const std::string& message : messages_of(group, voice)) {
    if (message != title) html.leaf("p", message);
  }
  if (const std::string why = voice(group.first().why); !why.empty()) {
    html.leaf("p", why, {{"class", "why"}});
  }
  proof(html, group, voice, sources);
}

void write_brief_finding(Html& html, const Finding& finding, const Voice& voice,
                         const EvidenceSources& sources) {
  const auto card = html.open("section", {{"class", finding.good ? "brief good" : "brief"}});
  html.leaf("h3", voice(finding.title));
  const std::string message = voice(finding.message);
  if (message != voice(finding.title)) html.leaf("p", message);
  if (finding.accepted) html.leaf("p", voice("html.accepted", {finding.accepted_reason}));
  write_evidence(html, finding.evidence, voice, sources, 2);
}

}  // namespace loanlint::report
