// SPDX-License-Identifier: Apache-2.0
#include "report/html_evidence.h"

#include <algorithm>

#include "report/html_chain.h"
#include "report/html_quote.h"

namespace loanlint::report {
namespace {

using findings::Evidence;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

/// What stands under the name of the place, for each sort of place.
struct Body {
  Html& html;
  const Evidence& evidence;
  const Voice& voice;
  const EvidenceSources& sources;

  void operator()(const findings::ManifestPlace& place) const {
    write_manifest_lines(html, evidence.excerpt, place.line, sources.manifest_lines);
  }
  void operator()(const findings::TextPlace& place) const {
    const auto found = sources.documents.find(evidence.entry);
    write_sentence(html, evidence.excerpt, place,
                   found == sources.documents.end() ? std::string_view() : found->second);
  }
  void operator()(const findings::CodePlace& place) const {
    if (evidence.path.empty()) {
      write_chain(html, {place}, voice);
    } else {
      write_chain(html, evidence.path, voice);
    }
  }
  template <class Other>
  void operator()(const Other&) const {
    write_excerpt(html, evidence.excerpt);
    if (!evidence.path.empty()) write_chain(html, evidence.path, voice);
  }
};

std::string place_words(const Evidence& evidence, const Voice& voice) {
  // The chain below it says the method and the offset.
  if (std::holds_alternative<findings::CodePlace>(evidence.where)) {
    return evidence.entry;
  }
  return voice.place(evidence);
}

std::string_view sort_key(const Evidence& evidence) {
  if (std::holds_alternative<findings::ManifestPlace>(evidence.where)) return "html.in_manifest";
  if (std::holds_alternative<findings::TextPlace>(evidence.where)) return "html.in_policy";
  if (std::holds_alternative<findings::CodePlace>(evidence.where)) {
    return evidence.path.size() > 1 ? "html.in_path" : "html.in_code";
  }
  return "html.in_package";
}

}  // namespace

EvidenceSources evidence_sources(const findings::ScanResult& result,
                                 const std::vector<DocumentText>& documents) {
  EvidenceSources out;
  out.manifest_lines = lines_of(result.manifest);
  for (const DocumentText& document : documents) out.documents[document.entry] = document.text;
  return out;
}

void write_evidence(Html& html, const std::vector<Evidence>& evidence, const Voice& voice,
                    const EvidenceSources& sources, std::size_t most) {
  if (evidence.empty()) return;
  const auto list = html.open("ul", {{"class", "evidence"}});
  const std::size_t shown = std::min(most, evidence.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const auto item = html.open("li");
    {
      const auto line = html.open("p", {{"class", "place"}});
      html.leaf("span", voice(sort_key(evidence[i])), {{"class", "sort"}});
      html.leaf("code", place_words(evidence[i], voice), {{"translate", "no"}});
    }
    std::visit(Body{html, evidence[i], voice, sources}, evidence[i].where);
  }
  if (shown < evidence.size()) {
    html.leaf("li", voice("html.more_evidence", {std::to_string(evidence.size() - shown)}),
              {{"class", "more"}});
  }
}

}  // namespace loanlint::report
