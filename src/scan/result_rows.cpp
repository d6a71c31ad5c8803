// SPDX-License-Identifier: Apache-2.0
#include "scan/result_rows.h"

#include <array>
#include <type_traits>
#include <variant>

#include "base/json_text.h"

namespace loanlint::scan {
namespace {

using findings::Finding;
using findings::Identity;

template <class List>
std::string json_list(const List& texts) {
  std::string out = "[";
  for (const auto& text : texts) {
    if (out.size() > 1) out.push_back(',');
    append_json(out, text);
  }
  return out + "]";
}

std::string json_value(const findings::FactValue& value) {
  return std::visit(
      [](const auto& held) -> std::string {
        using Held = std::decay_t<decltype(held)>;
        if constexpr (std::is_same_v<Held, findings::Tri>) return json_string(name(held));
        if constexpr (std::is_same_v<Held, std::string>) return json_string(held);
        if constexpr (std::is_same_v<Held, std::int64_t>) return std::to_string(held);
        if constexpr (std::is_same_v<Held, std::vector<std::string>>) return json_list(held);
      },
      value);
}

/// Facts that hold or are not known; what is "no" is left out.
std::string facts_json(const findings::Facts& facts) {
  std::string out = "{";
  for (const findings::Facts::Named* named : facts.sorted()) {
    const auto& [fact_name, fact] = *named;
    if (fact.tri() == findings::Tri::no) continue;
    if (out.size() > 1) out.push_back(',');
    append_json(out, fact_name);
    out.push_back(':');
    out += json_value(fact.value);
  }
  return out + "}";
}

std::string message_json(const findings::Message& message) {
  return "{\"key\":" + json_string(message.key) + ",\"args\":" + json_list(message.args) + "}";
}

/// A place as a JSON object: {"line": 7, "xpath": "…"}.
struct PlaceJson {
  std::string operator()(std::monostate) const { return "{}"; }
  std::string operator()(const findings::ManifestPlace& place) const {
    return "{\"line\":" + std::to_string(place.line) + ",\"xpath\":" + json_string(place.xpath) +
           "}";
  }
  std::string operator()(const findings::CodePlace& place) const {
    return "{\"method\":" + json_string(place.method) +
           ",\"offset\":" + std::to_string(place.offset) +
           ",\"invokes\":" + json_string(place.invokes) + "}";
  }
  std::string operator()(const findings::TextPlace& place) const {
    return "{\"line\":" + std::to_string(place.line) + ",\"start\":" + std::to_string(place.start) +
           ",\"end\":" + std::to_string(place.end) + "}";
  }
  std::string operator()(const findings::BytePlace& place) const {
    return "{\"offset\":" + std::to_string(place.offset) + "}";
  }
  std::string operator()(const findings::NamedPlace& place) const {
    return "{\"name\":" + json_string(place.name) + "}";
  }
};

/// Writes one list of values.
class RowText {
 public:
  explicit RowText(std::string& out) : out_(out) { out_.push_back('['); }
  ~RowText() { out_.back() = ']'; }
  RowText(const RowText&) = delete;
  RowText& operator=(const RowText&) = delete;

  RowText& cell(std::string_view text) {
    append_json(out_, text);
    out_.push_back(',');
    return *this;
  }
  RowText& cell(std::int64_t number) {
    out_ += std::to_string(number);
    out_.push_back(',');
    return *this;
  }
  RowText& cell(std::uint64_t number) { return cell(static_cast<std::int64_t>(number)); }
  RowText& cell(bool flag) { return cell(std::int64_t{flag}); }

 private:
  std::string& out_;  // every cell ends with a comma; the last one gives way to the end
};

void add_head(std::string& out, const StoredResult& stored) {
  const findings::ScanResult& result = *stored.result;
  const Identity& identity = result.identity;
  RowText row(out);
  row.cell(!result.gaps.empty() || result.refused)
      .cell(identity.sha256)
      .cell(identity.size)
      .cell(identity.input)
      .cell(identity.package)
      .cell(identity.version_name)
      .cell(identity.version_code)
      .cell(identity.label.zh)
      .cell(identity.label.en)
      .cell(identity.min_sdk)
      .cell(identity.target_sdk)
      .cell(json_list(identity.signers))
      .cell(name(result.verdict))
      .cell(result.refused)
      .cell(stored.failure)
      .cell(std::int64_t{stored.signal});
  std::array<std::int64_t, 5> counts{};
  for (const Finding& finding : result.findings) {
    if (finding.open || finding.good || finding.accepted) continue;
    ++counts[static_cast<std::size_t>(finding.severity)];
  }
  for (std::size_t i = counts.size(); i-- > 0;) row.cell(counts[i]);
  row.cell(facts_json(result.facts));
}

void add_finding(std::string& list, std::int64_t position, const Finding& finding) {
  if (list.size() > 1) list.push_back(',');
  RowText(list)
      .cell(position)
      .cell(finding.rule)
      .cell(finding.pack)
      .cell(finding.kind)
      .cell(name(finding.severity))
      .cell(name(finding.basis))
      .cell(finding.open)
      .cell(finding.good)
      .cell(finding.fingerprint)
      .cell(finding.message.zh)
      .cell(finding.message.en);
}

void add_evidence(std::string& list, std::int64_t finding,
                  const std::vector<findings::Evidence>& all) {
  std::int64_t position = 0;
  for (const findings::Evidence& evidence : all) {
    if (list.size() > 1) list.push_back(',');
    RowText(list)
        .cell(finding)
        .cell(position++)
        .cell(evidence.entry)
        .cell(std::visit(PlaceJson{}, evidence.where))
        .cell(evidence.excerpt);
  }
}

}  // namespace

std::string to_row_line(const StoredResult& stored) {
  const findings::ScanResult& result = *stored.result;
  std::string gaps = "[";
  std::int64_t position = 0;
  for (const findings::Gap& gap : result.gaps) {
    if (gaps.size() > 1) gaps.push_back(',');
    RowText(gaps)
        .cell(position++)
        .cell(gap.entry)
        .cell(gap.offset)
        .cell(message_json(gap.what))
        .cell(gap.limit);
  }
  std::string found = "[";
  std::string evidence = "[";
  position = 0;
  for (const Finding& finding : result.findings) {
    add_finding(found, position, finding);
    add_evidence(evidence, position++, finding.evidence);
  }
  std::string line = "[";
  line.reserve(gaps.size() + found.size() + evidence.size() + 4096);
  add_head(line, stored);
  return line + "," + gaps + "]," + found + "]," + evidence + "]]";
}

}  // namespace loanlint::scan
