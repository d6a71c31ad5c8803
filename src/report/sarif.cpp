// SPDX-License-Identifier: Apache-2.0
#include "report/sarif.h"

#include <algorithm>
#include <map>

#include "base/json_text.h"
#include "base/printable.h"
#include "base/unicode.h"
#include "report/json_document.h"
#include "report/sarif_rule.h"
#include "report/summary.h"
#include "report/uri.h"

namespace loanlint::report {
namespace {

using findings::Evidence;
using findings::Finding;
using findings::ScanResult;

/// Length in UTF-16 code units, in which SARIF counts characters.
std::size_t utf16_units(std::string_view text) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    units += point.value > 0xFFFF ? 2 : 1;
    at += point.size;
  }
  return units;
}

Json text_of(std::string_view text) { return {{"text", json_text(text)}}; }

class SarifWriter : public Writer {
 public:
  SarifWriter(std::ostream& out, const Words& words, catalog::Language language)
      : out_(out), voice_(words, language) {}

  void add(const ScanResult& result) override {
    const std::size_t package = artifact(uri_of(result.identity.path), nullptr);
    if (!result.identity.sha256.empty()) {
      artifacts_[package]["hashes"] = {{"sha-256", result.identity.sha256}};
    }
    for (const Finding& finding : result.findings) {
      results_.push_back(one(finding, result, package));
    }
    for (const findings::Gap& gap : result.gaps) notifications_.push_back(note(gap, result));
  }

  void finish() override {
    Json driver = {{"name", "loanlint"},
                   {"version", voice_.words().version()},
                   {"semanticVersion", voice_.words().version()},
                   {"language", voice_.language() == catalog::Language::zh ? "zh-CN" : "en-US"},
                   {"rules", rules_},
                   {"properties", {{"ruleset", voice_.words().ruleset()}}}};
    Json run = {{"tool", {{"driver", driver}}},
                {"invocations",
                 {{{"executionSuccessful", notifications_.empty()},
                   {"toolExecutionNotifications", notifications_}}}},
                {"artifacts", artifacts_},
                {"results", results_},
                {"columnKind", "utf16CodeUnits"}};
    const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({run})}};
    out_ << without_hidden(log.dump(2, ' ', false, Json::error_handler_t::replace)) << '\n';
  }

 private:
  /// The index of an artifact, added when it is new.
  std::size_t artifact(const std::string& uri, const std::size_t* parent) {
    const auto [found, fresh] = artifact_index_.try_emplace(uri, artifacts_.size());
    if (fresh) {
      Json one = {{"location", {{"uri", uri}}}};
      if (parent != nullptr) one["parentIndex"] = *parent;
      artifacts_.push_back(one);
    }
    return found->second;
  }

  std::size_t rule_index(const Finding& finding) {
    const auto [found, fresh] = rule_index_.try_emplace(finding.rule, rules_.size());
    if (fresh) {
      rules_.push_back(sarif_rule(finding, voice_));
    } else {
      raise_sarif_severity(rules_[found->second], finding.severity);
    }
    return found->second;
  }

  Json one(const Finding& finding, const ScanResult& result, std::size_t package) {
    const char* kind = finding.open ? "open" : finding.good ? "pass" : "fail";
    Json out = {{"ruleId", finding.rule},
                {"ruleIndex", rule_index(finding)},
                {"kind", kind},
                {"level", *kind == 'f' ? sarif_level(finding.severity) : "none"},
                {"message", text_of(voice_(finding.message))}};
    Json locations = Json::array();
    Json flows = Json::array();
    for (const Evidence& evidence : finding.evidence) {
      locations.push_back(location(evidence, result, package));
      if (!evidence.path.empty()) flows.push_back(flow(evidence, result, package));
    }
    if (locations.empty()) {
      locations.push_back(
          {{"physicalLocation",
            {{"artifactLocation", {{"uri", uri_of(result.identity.path)}, {"index", package}}}}}});
    }
    // The first is what the result is about; the others support it.
    out["locations"] = Json::array({locations[0]});
    Json related = Json::array();
    for (std::size_t i = 1; i < locations.size(); ++i) {
      locations[i]["id"] = i;
      related.push_back(locations[i]);
    }
    if (!related.empty()) out["relatedLocations"] = related;
    if (!flows.empty()) out["codeFlows"] = flows;
    if (!finding.fingerprint.empty()) {
      out["partialFingerprints"] = {{"loanlint/v1", finding.fingerprint}};
    }
    if (finding.accepted) {
      out["suppressions"] = Json::array({{{"kind", "external"},
                                          {"status", "accepted"},
                                          {"justification", json_text(finding.accepted_reason)}}});
    }
    out["properties"] = {{"basis", std::string(findings::name(finding.basis))},
                         {"severity", std::string(findings::name(finding.severity))},
                         {"package", json_text(result.identity.package)},
                         {"zh", json_text(printable(finding.message.zh))},
                         {"en", json_text(printable(finding.message.en))}};
    return out;
  }

  Json location(const Evidence& evidence, const ScanResult& result, std::size_t package) {
    const std::string uri = uri_of(result.identity.path, evidence.entry);
    const std::size_t index = artifact(uri, &package);
    Json physical = {{"artifactLocation", {{"uri", uri}, {"index", index}}}};
    if (Json region = region_of(evidence, result, index); !region.is_null()) {
      physical["region"] = std::move(region);
    }
    Json out = {{"physicalLocation", physical}};
    if (const auto* code = std::get_if<findings::CodePlace>(&evidence.where)) {
      out["logicalLocations"] = Json::array({method(*code)});
    }
    out["message"] = text_of(voice_.place(evidence));
    return out;
  }

  static Json method(const findings::CodePlace& place) {
    return {{"fullyQualifiedName", json_text(printable(place.method))}, {"kind", "function"}};
  }

  Json region_of(const Evidence& evidence, const ScanResult& result, std::size_t index) {
    Json region;
    if (const auto* at = std::get_if<findings::ManifestPlace>(&evidence.where)) {
      if (at->line == 0) return nullptr;
      region["startLine"] = at->line;
      embed(index, result.manifest, "text/xml");
    } else if (const auto* text = std::get_if<findings::TextPlace>(&evidence.where)) {
      if (text->line == 0) return nullptr;
      region["startLine"] = text->line;
      for (const findings::DocumentSummary& document : result.documents) {
        if (document.entry != evidence.entry || text->end > document.text.size() ||
            text->start > text->end) {
          continue;
        }
        const std::string_view all = document.text;
        const std::size_t line = all.rfind('\n', text->start == 0 ? 0 : text->start - 1);
        const std::size_t first = line == std::string_view::npos || text->start == 0 ? 0 : line + 1;
        const std::string_view quoted = all.substr(text->start, text->end - text->start);
        region["startColumn"] = utf16_units(all.substr(first, text->start - first)) + 1;
        if (quoted.find('\n') == std::string_view::npos) {
          region["endColumn"] = utf16_units(all.substr(first, text->end - first)) + 1;
        }
        embed(index, document.text, "text/plain");
      }
    } else {
      return nullptr;
    }
    if (!evidence.excerpt.empty()) {
      region["snippet"] = text_of(printable_lines(evidence.excerpt));
    }
    return region;
  }

  /// Keeps a decoded text with its artifact: nobody else can decode it to look at the region.
  void embed(std::size_t index, std::string_view text, const char* type) {
    if (text.empty() || artifacts_[index].contains("contents")) return;
    artifacts_[index]["contents"] = text_of(text);
    artifacts_[index]["mimeType"] = type;
  }

  Json flow(const Evidence& evidence, const ScanResult& result, std::size_t package) {
    const std::string uri = uri_of(result.identity.path, evidence.entry);
    const std::size_t index = artifact(uri, &package);
    Json steps = Json::array();
    for (const findings::CodePlace& step : evidence.path) {
      steps.push_back(
          {{"location",
            {{"physicalLocation", {{"artifactLocation", {{"uri", uri}, {"index", index}}}}},
             {"logicalLocations", Json::array({method(step)})},
             {"message", text_of(voice_.step(step))}}}});
    }
    const Json thread = {{"locations", steps}};
    return {{"threadFlows", Json::array({thread})}};
  }

  Json note(const findings::Gap& gap, const ScanResult& result) {
    Json out = {
        {"level", "error"},
        {"message", text_of(gap.entry.empty() ? voice_(gap.what)
                                              : printable(gap.entry) + ": " + voice_(gap.what))}};
    out["locations"] = Json::array(
        {{{"physicalLocation",
           {{"artifactLocation", {{"uri", uri_of(result.identity.path, gap.entry)}}}}}}});
    return out;
  }

  std::ostream& out_;
  Voice voice_;
  Json rules_ = Json::array();
  Json artifacts_ = Json::array();
  Json results_ = Json::array();
  Json notifications_ = Json::array();
  std::map<std::string, std::size_t> artifact_index_;
  std::map<std::string, std::size_t> rule_index_;
};

}  // namespace

std::unique_ptr<Writer> make_sarif_writer(std::ostream& out, const Words& words,
                                          catalog::Language language) {
  return std::make_unique<SarifWriter>(out, words, language);
}

}  // namespace loanlint::report
