// SPDX-License-Identifier: Apache-2.0
#include "report/sarif.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/json_text.h"
#include "base/printable.h"
#include "report/json_document.h"
#include "report/sarif_rule.h"
#include "report/summary.h"
#include "report/text_region.h"
#include "report/uri.h"

namespace loanlint::report {
namespace {

using findings::Evidence;
using findings::Finding;
using findings::ScanResult;

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
    Json rules = Json::array();
    for (const Finding& rule : rules_) rules.push_back(sarif_rule(rule, voice_));
    Json driver = {{"name", "loanlint"},
                   {"version", voice_.words().version()},
                   {"semanticVersion", voice_.words().version()},
                   {"language", voice_.language() == catalog::Language::zh ? "zh-CN" : "en-US"},
                   {"rules", rules},
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

  /// The index of a finding's rule, which speaks for the worst of its findings and cites what any
  /// of them cites.
  std::size_t rule_index(const Finding& finding) {
    const auto [found, fresh] = rule_index_.try_emplace(finding.rule, rules_.size());
    if (fresh) {
      Finding rule;
      rule.rule = finding.rule;
      rule.pack = finding.pack;
      rules_.push_back(std::move(rule));
    }
    Finding& rule = rules_[found->second];
    rule.severity = std::max(rule.severity, finding.severity);
    for (const std::string& id : finding.articles) {
      if (std::find(rule.articles.begin(), rule.articles.end(), id) == rule.articles.end()) {
        rule.articles.push_back(id);
      }
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
    const std::string uri = uri_of(result, evidence.entry);
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
    std::optional<TextRegion> region;
    if (const auto* at = std::get_if<findings::ManifestPlace>(&evidence.where)) {
      region = line_region(result.manifest, at->line);
      embed(index, result.manifest, "text/xml");
    } else if (const auto* text = std::get_if<findings::TextPlace>(&evidence.where)) {
      for (const findings::DocumentSummary& document : result.documents) {
        if (document.entry != evidence.entry || text->line == 0) continue;
        region = span_region(document.text, text->start, text->end);
        embed(index, document.text, "text/plain");
      }
    }
    if (!region) return nullptr;
    return {{"startLine", region->start_line},
            {"startColumn", region->start_column},
            {"endLine", region->end_line},
            {"endColumn", region->end_column},
            {"snippet", text_of(region->text)}};
  }

  /// Keeps a decoded text with its artifact: nobody else can decode it to look at the region.
  void embed(std::size_t index, std::string_view text, const char* type) {
    if (text.empty() || artifacts_[index].contains("contents")) return;
    artifacts_[index]["contents"] = text_of(text);
    artifacts_[index]["mimeType"] = type;
  }

  Json flow(const Evidence& evidence, const ScanResult& result, std::size_t package) {
    const std::string uri = uri_of(result, evidence.entry);
    const std::size_t index = artifact(uri, &package);
    Json steps = Json::array();
    for (const findings::CodePlace& step : evidence.path) {
      Json one = {{"location",
                   {{"physicalLocation", {{"artifactLocation", {{"uri", uri}, {"index", index}}}}},
                    {"logicalLocations", Json::array({method(step)})},
                    {"message", text_of(voice_.step(step))}}}};
      if (step.returns) one["kinds"] = Json::array({"return"});
      steps.push_back(std::move(one));
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
        {{{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(result, gap.entry)}}}}}}});
    return out;
  }

  std::ostream& out_;
  Voice voice_;
  std::vector<Finding> rules_;  ///< what is common to the findings of each
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
