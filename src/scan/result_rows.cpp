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
  for (const auto& [fact_name, fact] : facts) {
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

/// Writes rows one behind the other.
class RowLine {
 public:
  void row(RowKind kind) {
    line_ += line_.size() > 1 ? "],[\"" : "[\"";
    line_.push_back(static_cast<char>(kind));
    line_.push_back('"');
  }
  RowLine& cell(std::string_view text) {
    line_.push_back(',');
    append_json(line_, text);
    return *this;
  }
  RowLine& cell(std::int64_t number) {
    line_.push_back(',');
    line_ += std::to_string(number);
    return *this;
  }
  RowLine& cell(std::uint64_t number) { return cell(static_cast<std::int64_t>(number)); }
  RowLine& cell(bool flag) { return cell(std::int64_t{flag}); }
  std::string end() { return std::move(line_) + "]]"; }

 private:
  std::string line_ = "[";
};

void add_tally(RowLine& line, const findings::ScanResult& result) {
  std::array<std::int64_t, 5> counts{};
  for (const Finding& finding : result.findings) {
    if (finding.open || finding.good || finding.accepted) continue;
    ++counts[static_cast<std::size_t>(finding.severity)];
  }
  line.row(RowKind::tally);
  line.cell(result.identity.size).cell(!result.gaps.empty() || result.refused);
  for (const std::int64_t count : counts) line.cell(count);
}

void add_package(RowLine& line, const StoredResult& stored) {
  const findings::ScanResult& result = *stored.result;
  const Identity& identity = result.identity;
  line.row(RowKind::package);
  line.cell(identity.sha256)
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
}

void add_finding(RowLine& line, std::int64_t position, const Finding& finding) {
  line.row(RowKind::finding);
  line.cell(position)
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
  std::int64_t evidence_position = 0;
  for (const findings::Evidence& evidence : finding.evidence) {
    line.row(RowKind::evidence);
    line.cell(position)
        .cell(evidence_position++)
        .cell(evidence.entry)
        .cell(std::visit(PlaceJson{}, evidence.where))
        .cell(evidence.excerpt);
  }
}

}  // namespace

std::string to_row_line(const StoredResult& stored) {
  const findings::ScanResult& result = *stored.result;
  RowLine line;
  add_tally(line, result);
  add_package(line, stored);
  std::int64_t position = 0;
  for (const Finding& finding : result.findings) add_finding(line, position++, finding);
  position = 0;
  for (const findings::Gap& gap : result.gaps) {
    line.row(RowKind::gap);
    line.cell(position++)
        .cell(gap.entry)
        .cell(gap.offset)
        .cell(message_json(gap.what))
        .cell(gap.limit);
  }
  line.row(RowKind::facts);
  line.cell(facts_json(result.facts));
  return line.end();
}

}  // namespace loanlint::scan
