// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include "base/json_text.h"
#include "report/json_parts.h"
#include "report/triangle.h"

namespace loanlint::report {
namespace {

Json identity(const findings::Identity& id) {
  return {{"path", json_text(id.path)},
          {"input", json_text(id.input)},
          {"size", id.size},
          {"sha256", json_text(id.sha256)},
          {"name", json_text(id.package)},
          {"version_name", json_text(id.version_name)},
          {"version_code", json_text(id.version_code)},
          {"label", json_of(id.label)},
          {"min_sdk", id.min_sdk},
          {"target_sdk", id.target_sdk},
          {"signers", Json(id.signers)}};
}

Json permissions(const std::vector<findings::Permission>& list) {
  Json out = Json::array();
  for (const findings::Permission& permission : list) out.push_back(json_of(permission));
  return out;
}

Json table(const findings::ScanResult& result, const Words& words) {
  const Triangle shown = triangle(result, Voice(words, catalog::Language::en));
  Json out = Json::object();
  for (std::size_t k = 0; k < kCoreKinds.size(); ++k) {
    Json& kind = out[std::string(kCoreKinds[k])];
    for (const Triangle::Row& row : shown.rows) {
      kind[std::string(row.id)] = std::string(findings::name(row.cells[k].value));
    }
  }
  return out;
}

Json gaps(const findings::ScanResult& result, const Words& words) {
  Json out = Json::array();
  for (const findings::Gap& gap : result.gaps) {
    out.push_back({{"entry", json_text(gap.entry)},
                   {"offset", gap.offset},
                   {"what", json_of(gap.what, words)},
                   {"limit", json_text(gap.limit)}});
  }
  return out;
}

Json tricks(const findings::ScanResult& result, const Words& words) {
  Json out = Json::array();
  for (const findings::Trick& trick : result.tricks) {
    out.push_back({{"id", json_text(trick.id)},
                   {"entry", json_text(trick.entry)},
                   {"offset", trick.offset},
                   {"detail", json_text(trick.detail)},
                   {"what", json_of(words.trick(trick.id))}});
  }
  return out;
}

Json documents(const findings::ScanResult& result) {
  Json out = Json::array();
  for (const findings::DocumentSummary& document : result.documents) {
    out.push_back({{"entry", json_text(document.entry)},
                   {"kind", json_text(document.kind)},
                   {"language", json_text(document.language)},
                   {"encoding", json_text(document.encoding)},
                   {"bytes", document.bytes}});
  }
  return out;
}

std::string dumped(const Json& json, int indent) {
  return without_hidden(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

namespace {

Json json_of(const findings::ScanResult& result, const Words& words) {
  Json out = {
      {"schema_version", kReportSchemaVersion},
      {"tool", {{"name", "loanlint"}, {"version", words.version()}, {"ruleset", words.ruleset()}}},
      {"package", identity(result.identity)},
      {"verdict", std::string(findings::name(result.verdict))},
      {"refused", result.refused},
      {"triangle", table(result, words)},
      {"permissions",
       {{"requested", permissions(result.requested)},
        {"decoys", permissions(result.decoys)},
        {"hidden", permissions(result.hidden)}}},
      {"facts", json_of(result.facts, words)}};
  out["findings"] = Json::array();
  for (const findings::Finding& finding : result.findings) {
    out["findings"].push_back(json_of(finding, words));
  }
  out["gaps"] = gaps(result, words);
  out["tricks"] = tricks(result, words);
  out["documents"] = documents(result);
  return out;
}

}  // namespace

std::string to_json(const findings::ScanResult& result, const Words& words, int indent) {
  return dumped(json_of(result, words), indent);
}

std::string to_whole_json(const findings::ScanResult& result, const Words& words) {
  Json out = json_of(result, words);
  out["manifest"] = json_text(result.manifest);
  for (std::size_t i = 0; i < result.documents.size(); ++i) {
    out["documents"][i]["text"] = json_text(result.documents[i].text);
  }
  return dumped(out, -1);
}

void write_facts_json(std::ostream& out, const findings::Facts& facts, const Words& words) {
  out << dumped({{"facts", json_of(facts, words)}}, 2) << '\n';
}

}  // namespace loanlint::report
