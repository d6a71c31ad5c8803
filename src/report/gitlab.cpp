// SPDX-License-Identifier: Apache-2.0
#include "report/gitlab.h"

#include <array>
#include <ctime>

#include "base/printable.h"
#include "base/sha256.h"
#include "report/json_document.h"
#include "report/markdown_text.h"

namespace loanlint::report {
namespace {

using findings::Finding;
using findings::ScanResult;

const char* gitlab_severity(const Finding& finding) {
  if (finding.open) return "Unknown";
  constexpr std::array kNames{"Info", "Low", "Medium", "High", "Critical"};
  return kNames[static_cast<std::size_t>(finding.severity)];
}

/// UTC, to the second, without a zone, as the schema wants it.
std::string time_text(std::int64_t seconds) {
  const auto when = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&when, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  return text.data();
}

class GitlabWriter : public Writer {
 public:
  GitlabWriter(std::ostream& out, const Words& words, const WriterOptions& options)
      : out_(out), voice_(words, options.language), time_(time_text(options.time)) {}

  void add(const ScanResult& result) override {
    for (const Finding& finding : result.findings) {
      if (!finding.good && !finding.accepted) found_.push_back(one(finding, result));
    }
    for (const findings::Gap& gap : result.gaps) {
      messages_.push_back({{"level", "warn"},
                           {"value", json_text(printable(result.identity.path) + ": " +
                                               printable(gap.entry) + ": " + voice_(gap.what))}});
    }
  }

  void finish() override {
    const Json tool = {{"id", "loanlint"},
                       {"name", "loanlint"},
                       {"version", voice_.words().version()},
                       {"vendor", {{"name", "loanlint"}}}};
    Json scan = {{"analyzer", tool},    {"scanner", tool},   {"type", "sast"},
                 {"start_time", time_}, {"end_time", time_}, {"status", "success"}};
    if (!messages_.empty()) scan["messages"] = messages_;
    const Json report = {{"version", "15.0.7"}, {"scan", scan}, {"vulnerabilities", found_}};
    out_ << report.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  }

 private:
  Json one(const Finding& finding, const ScanResult& result) const {
    std::string description = markdown(voice_(finding.message)) + "\n";
    for (const findings::Evidence& evidence : finding.evidence) {
      description += "\n- " + markdown_code(voice_.place(evidence));
      if (!evidence.excerpt.empty()) {
        description += " " + markdown_code(printable(evidence.excerpt));
      }
    }
    Json identifiers = Json::array({{{"type", "loanlint_rule"},
                                     {"name", "loanlint " + finding.rule},
                                     {"value", finding.rule}}});
    Json links = Json::array();
    for (const std::string& id : finding.articles) {
      const Citation citation = voice_.words().article(id);
      identifiers.push_back(
          {{"type", "norm"}, {"name", json_text(voice_.article(id))}, {"value", id}});
      if (citation.read_at.empty()) continue;
      Json link = {{"name", json_text(voice_.article(id))}, {"url", json_text(citation.read_at)}};
      links.push_back(std::move(link));
    }
    Json location = {{"file", json_text(printable(result.identity.path))}};
    if (!finding.evidence.empty()) {
      const auto& where = finding.evidence[0].where;
      if (const auto* code = std::get_if<findings::CodePlace>(&where)) {
        location["method"] = json_text(printable(code->method));
      }
    }
    Json out = {{"id", id_of(finding, result)},
                {"name", json_text(voice_(finding.title))},
                {"description", json_text(description)},
                {"severity", gitlab_severity(finding)},
                {"identifiers", identifiers},
                {"location", location}};
    const std::string solution = voice_(finding.advice_lender);
    if (!solution.empty()) out["solution"] = json_text(solution);
    if (!links.empty()) out["links"] = links;
    return out;
  }

  /// Stable over rebuilds, and different for two packages of one scan.
  static std::string id_of(const Finding& finding, const ScanResult& result) {
    const std::string& package =
        result.identity.package.empty() ? result.identity.path : result.identity.package;
    return sha256_hex(as_bytes(package + '\n' + finding.fingerprint)).substr(0, 32);
  }

  std::ostream& out_;
  Voice voice_;
  std::string time_;
  Json found_ = Json::array();
  Json messages_ = Json::array();
};

}  // namespace

std::unique_ptr<Writer> make_gitlab_writer(std::ostream& out, const Words& words,
                                           const WriterOptions& options) {
  return std::make_unique<GitlabWriter>(out, words, options);
}

}  // namespace loanlint::report
