// SPDX-License-Identifier: Apache-2.0
#include "report/html_triangle.h"

#include <algorithm>

#include "report/html_evidence.h"
#include "report/html_page.h"
#include "report/html_picture.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

using findings::Evidence;
using findings::Tri;

// Further facts that a cell's words come from, besides the one it stands for.
struct RowFacts {
  std::string_view row;
  std::array<std::string_view, 5> facts;
};
constexpr std::array<RowFacts, 3> kRowFacts{{
    {"asks", {"asked", "received", "", "", ""}},
    {"does", {"sent", "used", "", "", ""}},
    {"says", {"for_collection", "forced", "disclosed", "denied", "shared"}},
}};

constexpr std::size_t kEvidencePerCell = 4;

std::vector<Evidence> evidence_of(const findings::Facts& facts, std::string_view kind,
                                  const RowFacts& row) {
  std::vector<Evidence> out;
  for (const std::string_view name : row.facts) {
    const findings::Fact* fact = name.empty() ? nullptr : find_fact(facts, kind, name);
    if (fact == nullptr) continue;
    for (const Evidence& one : fact->evidence) {
      if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
    }
  }
  return out;
}

std::string cell_id(const Voice& voice, std::string_view row, std::string_view kind) {
  return local_id(voice, "seen-" + std::string(row) + "-" + std::string(kind));
}

class TriangleTable {
 public:
  TriangleTable(Html& html, const findings::ScanResult& result, const Voice& voice)
      : html_(html), result_(result), voice_(voice), table_(triangle(result, voice)) {}

  void write() {
    const auto table = html_.open("table", {{"class", policy_only() ? "voices alone" : "voices"}});
    html_.leaf("caption", voice_("html.triangle.caption"), {{"class", "unseen"}});
    head();
    for (const Triangle::Row& row : table_.rows) {
      if (policy_only() && row.id != "says") continue;
      answers(row);
    }
  }

  bool differs() const {
    if (policy_only()) return false;
    for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
      bool yes = false;
      bool no = false;
      for (const Tri value : {voices(k).asks, voices(k).does, voices(k).said_of_phone()}) {
        yes = yes || value == Tri::yes;
        no = no || value == Tri::no;
      }
      if (yes && no) return true;
    }
    return false;
  }

 private:
  bool policy_only() const { return result_.identity.input == "policy"; }

  Voices voices(std::size_t k) const {
    const Cell& says = table_.rows[2].cells[k];
    return {table_.rows[0].cells[k].value, table_.rows[1].cells[k].value, says.value,
            says.elsewhere};
  }

  void head() {
    const auto part = html_.open("thead");
    const auto row = html_.open("tr");
    for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
      const auto cell = html_.open("th", {{"scope", "col"}});
      if (!policy_only()) picture(k);
      html_.leaf("span", voice_.kind(kCoreKinds[k]), {{"class", "kind"}});
    }
  }

  void picture(std::size_t k) {
    std::array<std::string, 3> words;
    for (std::size_t i = 0; i < words.size(); ++i) {
      words[i] = voice_("tri." + std::string(name(table_.rows[i].cells[k].value)));
    }
    write_picture(html_, voices(k),
                  voice_("html.triangle.described", {words[0], words[1], words[2]}), voice_);
  }

  void answers(const Triangle::Row& row) {
    const auto part = html_.open("tbody");
    {
      const auto line = html_.open("tr");
      html_.leaf("th", voice_("html.question." + std::string(row.id)),
                 {{"scope", "rowgroup"}, {"colspan", "3"}});
    }
    const auto line = html_.open("tr");
    for (std::size_t k = 0; k < kCoreKinds.size(); ++k) answer(row, k);
  }

  void answer(const Triangle::Row& row, std::size_t k) {
    const Cell& cell = row.cells[k];
    const std::string style = std::string(row.id) + " " + std::string(name(cell.value));
    const auto td = html_.open("td", {{"class", style}});
    {
      const auto word = html_.open("p", {{"class", "word"}});
      write_sign(html_, cell.value);
      const std::string text = voice_("tri." + std::string(name(cell.value)));
      if (has_evidence(row.id, kCoreKinds[k])) {
        html_.leaf("a", text, {{"href", "#" + cell_id(voice_, row.id, kCoreKinds[k])}});
      } else {
        html_.text(text);
      }
    }
    for (const std::string& detail : cell.details) {
      const auto line = html_.open("p", {{"class", "detail"}});
      html_.identifier(detail);
    }
    if (!cell.reason.empty()) html_.leaf("p", cell.reason, {{"class", "reason"}});
  }

  bool has_evidence(std::string_view row, std::string_view kind) const {
    for (const RowFacts& facts : kRowFacts) {
      if (facts.row == row) return !evidence_of(result_.facts, kind, facts).empty();
    }
    return false;
  }

  Html& html_;
  const findings::ScanResult& result_;
  const Voice& voice_;
  Triangle table_;
};

}  // namespace

void write_triangle(Html& html, const findings::ScanResult& result, const Voice& voice) {
  TriangleTable table(html, result, voice);
  table.write();
  if (table.differs()) html.leaf("p", voice("html.triangle.differ"), {{"class", "legend"}});
}

void write_triangle_evidence(Html& html, const findings::ScanResult& result, const Voice& voice,
                             const EvidenceSources& sources) {
  for (const std::string_view kind : kCoreKinds) {
    for (const RowFacts& row : kRowFacts) {
      const std::vector<Evidence> evidence = evidence_of(result.facts, kind, row);
      if (evidence.empty()) continue;
      const auto part = html.open("section", {{"id", cell_id(voice, row.row, kind)}});
      html.leaf("h3", voice("html.seen." + std::string(row.row), {voice.kind(kind)}));
      write_evidence(html, evidence, voice, sources, kEvidencePerCell);
    }
  }
}

}  // namespace loanlint::report
