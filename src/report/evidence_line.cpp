// SPDX-License-Identifier: Apache-2.0
#include "report/evidence_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/printable.h"
#include "report/member_name.h"
#include "report/width.h"

namespace loanlint::report {
namespace {

using findings::CodePlace;
using findings::Evidence;
using findings::Finding;
using findings::ManifestPlace;
using findings::TextPlace;

/// The value of android:name in a piece of manifest, without "android.permission."; may be empty.
std::string name_in(std::string_view excerpt) {
  constexpr std::string_view kName = "android:name=\"";
  const std::size_t at = excerpt.find(kName);
  if (at == std::string_view::npos) return {};
  const std::size_t start = at + kName.size();
  const std::size_t end = excerpt.find('"', start);
  if (end == std::string_view::npos) return {};
  return short_permission(excerpt.substr(start, end - start));
}

std::string manifest_line(const Evidence& evidence, const ManifestPlace& at, const Voice& voice,
                          bool with_entry) {
  const std::string name = name_in(evidence.excerpt);
  const std::string place =
      with_entry || at.line == 0 ? voice.place(evidence) : fmt::format(":{}", at.line);
  return place + " " + printable(name.empty() ? evidence.excerpt : name);
}

/// All manifest lines of the group, the file named once.
std::string manifest_lines(const FindingGroup& group, const Voice& voice) {
  std::string out;
  std::string entry;
  std::vector<std::string> seen;
  for (const Finding* finding : group.members) {
    for (const Evidence& one : finding->evidence) {
      const auto* at = std::get_if<ManifestPlace>(&one.where);
      if (at == nullptr) break;
      std::string line = manifest_line(one, *at, voice, out.empty() || one.entry != entry);
      if (std::find(seen.begin(), seen.end(), voice.place(one)) != seen.end()) continue;
      seen.push_back(voice.place(one));
      entry = one.entry;
      out += (out.empty() ? "" : voice("report.list.comma")) + line;
    }
  }
  return out;
}

std::string code_line(const Evidence& evidence, const CodePlace& at) {
  std::string out = evidence.entry + " " + member_name(at.method).member;
  const std::string& target = evidence.path.empty() ? at.invokes : evidence.path.back().invokes;
  if (!target.empty()) out += " → " + member_name(target).member;
  return printable(out);
}

std::string step_name(const CodePlace& step) {
  const MemberName name = member_name(step.method);
  return fmt::format("{}{} +0x{:x}", name.package, name.member, step.offset);
}

struct LawCites {
  std::string law;
  std::string force;
  std::vector<std::string> cites;
};

/// A statute's article without paragraph and item, which the full report gives: "第十三条",
/// "Art. 13". Other norms keep theirs: their articles are long.
std::string short_cite(std::string cite, const std::string& force) {
  if (force != "law") return cite;
  constexpr std::string_view kNextPart = "条第";
  constexpr std::size_t kOneCharacter = 3;  // bytes of 条 in UTF-8
  if (const std::size_t at = cite.find(kNextPart); at != std::string::npos) {
    return cite.substr(0, at + kOneCharacter);
  }
  return cite.substr(0, cite.find('('));
}

/// `cite` without the word that `first` starts with too: "Art. 6, 10" and not "Art. 6, Art. 10".
std::string without_repeated_word(const std::string& first, const std::string& cite) {
  const std::size_t space = first.find(' ');
  const bool same = space != std::string::npos && cite.starts_with(first.substr(0, space + 1));
  return same ? cite.substr(space + 1) : cite;
}

/// Statutes first, each law where its first article stands.
std::vector<LawCites> short_by_law(const std::vector<std::string>& ids, const Voice& voice) {
  std::vector<LawCites> out;
  for (const std::string& id : ids) {
    const Citation citation = voice.words().article(id);
    const std::string law = citation.force.empty() ? printable(id) : voice(citation.law);
    const std::string cite = short_cite(voice(citation.cite), citation.force);
    auto found =
        std::find_if(out.begin(), out.end(), [&](const LawCites& one) { return one.law == law; });
    if (found == out.end()) found = out.insert(out.end(), {law, citation.force, {}});
    std::vector<std::string>& cites = found->cites;
    if (std::find(cites.begin(), cites.end(), cite) == cites.end()) cites.push_back(cite);
  }
  std::stable_partition(out.begin(), out.end(),
                        [](const LawCites& one) { return one.force == "law"; });
  return out;
}

/// One piece of evidence in one line.
std::string evidence_words(const Evidence& one, const Voice& voice) {
  if (const auto* code = std::get_if<CodePlace>(&one.where)) return code_line(one, *code);
  const std::string out = voice.place(one);
  if (one.excerpt.empty()) return out;
  const bool quote = std::holds_alternative<TextPlace>(one.where);
  return out + " " +
         (quote ? voice("report.quote", {printable(one.excerpt)}) : printable(one.excerpt));
}

bool in_manifest(const FindingGroup& group) {
  return !group.first().evidence.empty() &&
         std::holds_alternative<ManifestPlace>(group.first().evidence.front().where);
}

}  // namespace

std::string best_evidence(const FindingGroup& group, const Voice& voice) {
  if (group.first().evidence.empty()) return {};
  if (in_manifest(group)) return manifest_lines(group, voice);
  return evidence_words(group.first().evidence.front(), voice);
}

std::vector<std::string> main_evidence(const FindingGroup& group, const Voice& voice) {
  constexpr std::size_t kOfOne = 3;
  if (in_manifest(group)) return {manifest_lines(group, voice)};
  std::vector<std::string> out;
  for (const Finding* finding : group.members) {
    const std::vector<const Evidence*> all = distinct_evidence(*finding);
    const std::size_t most = group.members.size() == 1 ? kOfOne : 1;
    for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
      std::string line = evidence_words(*all[i], voice);
      if (std::find(out.begin(), out.end(), line) == out.end()) out.push_back(std::move(line));
    }
  }
  return out;
}

std::string best_place(const FindingGroup& group, const Voice& voice) {
  if (group.first().evidence.empty()) return {};
  const Evidence& best = group.first().evidence.front();
  const bool code = std::holds_alternative<CodePlace>(best.where);
  return code ? best_evidence(group, voice) : voice.place(best);
}

std::vector<std::string> path_lines(const Evidence& evidence, const Voice& voice) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < evidence.path.size(); ++i) {
    const CodePlace& step = evidence.path[i];
    const bool last = i + 1 == evidence.path.size();
    std::string line = step_name(step);
    // What a step calls is where the next one stands, and is named there.
    if (step.returns) {
      line = voice("report.returns_to", {line});
    } else if (!step.invokes.empty() && (last || evidence.path[i + 1].method != step.invokes)) {
      const MemberName target = member_name(step.invokes);
      line += " → " + target.package + target.member;
    }
    out.push_back(printable(line));
  }
  return out;
}

std::vector<const Evidence*> distinct_evidence(const Finding& finding) {
  std::vector<const Evidence*> out;
  for (const Evidence& one : finding.evidence) {
    const auto twin = std::find_if(out.begin(), out.end(), [&](const Evidence* seen) {
      return seen->entry == one.entry && seen->where == one.where;
    });
    if (twin == out.end()) {
      out.push_back(&one);
    } else if ((*twin)->path.empty() && !one.path.empty()) {
      *twin = &one;
    }
  }
  return out;
}

std::string short_articles(const FindingGroup& group, const Voice& voice, std::size_t width) {
  const std::vector<std::string> ids = articles_of(group);
  if (ids.empty()) return {};
  const std::string tail = voice("report.articles_in_all", {std::to_string(ids.size())});
  std::string out;
  const std::vector<LawCites> laws = short_by_law(ids, voice);
  for (const LawCites& law : laws) {
    for (std::size_t i = 0; i < law.cites.size(); ++i) {
      std::string next =
          i == 0 ? voice("report.law_first_article", {law.law, law.cites.front()})
                 : voice("report.list.comma") + without_repeated_word(law.cites[0], law.cites[i]);
      if (i == 0 && !out.empty()) next = voice("report.article_separator") + next;
      const bool last = &law == &laws.back() && i + 1 == law.cites.size();
      const std::size_t room = width - (last ? 0 : std::min(width, columns(tail)));
      if (!out.empty() && columns(out) + columns(next) > room) return out + tail;
      out += next;
    }
  }
  return out;
}

std::string basis_words(const Finding& finding, const Voice& voice) {
  if (finding.basis != findings::Basis::declared) {
    return voice("basis." + std::string(findings::name(finding.basis)));
  }
  // A rule about what a policy leaves out has nothing of the package to show.
  for (const Evidence& one : finding.evidence) {
    if (!std::holds_alternative<TextPlace>(one.where) &&
        !std::holds_alternative<std::monostate>(one.where)) {
      return voice("basis.declared");
    }
  }
  return voice(finding.evidence.empty() ? "basis.declared" : "basis.left_out");
}

}  // namespace loanlint::report
