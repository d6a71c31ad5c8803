// SPDX-License-Identifier: Apache-2.0
#include "report/json_parts.h"

#include "base/unicode.h"

namespace loanlint::report {

Json json_text(std::string_view text) { return valid_utf8(text); }

Json json_of(const findings::Bilingual& text) {
  return {{"zh", json_text(text.zh)}, {"en", json_text(text.en)}};
}

Json json_of(const findings::Message& message, const Words& words) {
  if (message.empty()) return nullptr;
  Json out = {{"key", json_text(message.key)}};
  if (!message.args.empty()) {
    out["args"] = Json::array();
    for (const std::string& arg : message.args) out["args"].push_back(json_text(arg));
  }
  const findings::Bilingual text = words.texts().both(message);
  out["zh"] = json_text(text.zh);
  out["en"] = json_text(text.en);
  return out;
}

Json json_of(const findings::CodePlace& place) {
  return {{"method", json_text(place.method)},
          {"offset", place.offset},
          {"invokes", json_text(place.invokes)}};
}

Json json_of(const findings::Place& place) {
  struct Shown {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(const findings::ManifestPlace& at) const {
      return {{"line", at.line}, {"xpath", json_text(at.xpath)}};
    }
    Json operator()(const findings::CodePlace& at) const { return json_of(at); }
    Json operator()(const findings::TextPlace& at) const {
      return {{"line", at.line}, {"start", at.start}, {"end", at.end}};
    }
    Json operator()(const findings::BytePlace& at) const { return {{"offset", at.offset}}; }
    Json operator()(const findings::NamedPlace& at) const { return {{"name", json_text(at.name)}}; }
  };
  return std::visit(Shown{}, place);
}

Json json_of(const findings::Evidence& evidence) {
  Json out = {{"entry", json_text(evidence.entry)},
              {"where", json_of(evidence.where)},
              {"excerpt", json_text(evidence.excerpt)}};
  if (!evidence.path.empty()) {
    out["path"] = Json::array();
    for (const findings::CodePlace& step : evidence.path) out["path"].push_back(json_of(step));
  }
  return out;
}

Json json_of(const findings::FactValue& value) {
  struct Shown {
    Json operator()(findings::Tri tri) const { return std::string(findings::name(tri)); }
    Json operator()(const std::string& text) const { return json_text(text); }
    Json operator()(std::int64_t number) const { return number; }
    Json operator()(const std::vector<std::string>& list) const {
      Json out = Json::array();
      for (const std::string& item : list) out.push_back(json_text(item));
      return out;
    }
  };
  return std::visit(Shown{}, value);
}

Json json_of(const findings::Fact& fact, const Words& words) {
  Json out = {{"value", json_of(fact.value)}, {"reason", json_of(fact.reason, words)}};
  out["evidence"] = Json::array();
  for (const findings::Evidence& one : fact.evidence) out["evidence"].push_back(json_of(one));
  return out;
}

Json json_of(const findings::Facts& facts, const Words& words) {
  Json out = Json::object();
  for (const auto& [name, fact] : facts) out[name] = json_of(fact, words);
  return out;
}

Json json_of(const findings::Permission& permission) {
  Json out = {{"name", json_text(permission.name)}, {"element", json_text(permission.element)}};
  if (permission.min_sdk != 0) out["min_sdk"] = permission.min_sdk;
  if (permission.max_sdk != 0) out["max_sdk"] = permission.max_sdk;
  if (!permission.note.empty()) out["note"] = json_text(permission.note);
  out["evidence"] = json_of(permission.evidence);
  return out;
}

Json json_of(const findings::Finding& finding, const Words& words) {
  Json out = {{"rule", json_text(finding.rule)},
              {"pack", json_text(finding.pack)},
              {"kind", finding.kind.empty() ? Json(nullptr) : json_text(finding.kind)},
              {"severity", std::string(findings::name(finding.severity))},
              {"basis", std::string(findings::name(finding.basis))},
              {"open", finding.open},
              {"fails", finding.fails},
              {"good", finding.good},
              {"title", json_of(finding.title)},
              {"message", json_of(finding.message)},
              {"why", json_of(finding.why)},
              {"advice",
               {{"borrower", json_of(finding.advice_borrower)},
                {"lender", json_of(finding.advice_lender)}}}};
  out["articles"] = Json::array();
  for (const std::string& id : finding.articles) {
    const Citation citation = words.article(id);
    out["articles"].push_back({{"id", json_text(id)},
                               {"law", json_of(citation.law)},
                               {"cite", json_of(citation.cite)},
                               {"force", json_text(citation.force)}});
  }
  out["evidence"] = Json::array();
  for (const findings::Evidence& one : finding.evidence) out["evidence"].push_back(json_of(one));
  out["fingerprint"] = json_text(finding.fingerprint);
  if (finding.accepted) out["accepted"] = {{"reason", json_text(finding.accepted_reason)}};
  return out;
}

}  // namespace loanlint::report
