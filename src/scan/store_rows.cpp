// SPDX-License-Identifier: Apache-2.0
#include "scan/store_rows.h"

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

}  // namespace

std::string place_json(const findings::Place& place) { return std::visit(PlaceJson{}, place); }

RowWriter::RowWriter(Database& database)
    : has_package_(database, "SELECT 1 FROM packages WHERE id = ?"),
      delete_findings_(database, "DELETE FROM findings WHERE package = ?"),
      delete_evidence_(database, "DELETE FROM evidence WHERE package = ?"),
      delete_gaps_(database, "DELETE FROM gaps WHERE package = ?"),
      package_(database,
               "INSERT OR REPLACE INTO packages VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      finding_(database, "INSERT INTO findings VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"),
      evidence_(database, "INSERT INTO evidence VALUES(?,?,?,?,?,?)"),
      gap_(database, "INSERT INTO gaps VALUES(?,?,?,?,?,?)"),
      facts_(database, "INSERT OR REPLACE INTO facts VALUES(?,?)"),
      file_(database, "INSERT OR REPLACE INTO files VALUES(?,?,?,?)") {}

void RowWriter::write_package(std::int64_t id, const StoredResult& stored,
                              const std::string& ruleset) {
  const findings::ScanResult& result = *stored.result;
  const Identity& identity = result.identity;
  package_.bind(id)
      .bind(identity.sha256)
      .bind(static_cast<std::int64_t>(identity.size))
      .bind(identity.input)
      .bind(identity.package)
      .bind(identity.version_name)
      .bind(identity.version_code)
      .bind(identity.label.zh)
      .bind(identity.label.en)
      .bind(identity.min_sdk)
      .bind(identity.target_sdk)
      .bind(json_list(identity.signers))
      .bind(name(result.verdict))
      .bind(std::int64_t{result.refused})
      .bind(ruleset)
      .bind(stored.failure)
      .bind(std::int64_t{stored.signal})
      .run();
}

void RowWriter::write_finding(std::int64_t id, std::int64_t position, const Finding& finding) {
  finding_.bind(id)
      .bind(position)
      .bind(finding.rule)
      .bind(finding.pack)
      .bind(finding.kind)
      .bind(name(finding.severity))
      .bind(name(finding.basis))
      .bind(std::int64_t{finding.open})
      .bind(std::int64_t{finding.good})
      .bind(finding.fingerprint)
      .bind(finding.message.zh)
      .bind(finding.message.en)
      .run();
  std::int64_t evidence_position = 0;
  for (const findings::Evidence& evidence : finding.evidence) {
    evidence_.bind(id)
        .bind(position)
        .bind(evidence_position++)
        .bind(evidence.entry)
        .bind(place_json(evidence.where))
        .bind(evidence.excerpt)
        .run();
  }
}

void RowWriter::write(const StoredResult& stored, const std::string& ruleset) {
  const findings::ScanResult& result = *stored.result;
  const std::int64_t id = package_id(result.identity.sha256);
  has_package_.bind(id);
  if (has_package_.step()) {
    while (has_package_.step()) {
    }
    for (Statement* remove : {&delete_findings_, &delete_evidence_, &delete_gaps_}) {
      remove->bind(id).run();
    }
  }
  write_package(id, stored, ruleset);
  std::int64_t position = 0;
  for (const Finding& finding : result.findings) write_finding(id, position++, finding);
  position = 0;
  for (const findings::Gap& gap : result.gaps) {
    gap_.bind(id)
        .bind(position++)
        .bind(gap.entry)
        .bind(static_cast<std::int64_t>(gap.offset))
        .bind(message_json(gap.what))
        .bind(gap.limit)
        .run();
  }
  facts_.bind(id).bind(facts_json(result.facts)).run();
}

void RowWriter::write_file(const FileStamp& stamp, std::int64_t package) {
  file_.bind(stamp.path)
      .bind(static_cast<std::int64_t>(stamp.size))
      .bind(stamp.mtime_ns)
      .bind(package)
      .run();
}

}  // namespace loanlint::scan
