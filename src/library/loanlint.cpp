// SPDX-License-Identifier: Apache-2.0
#include "library/loanlint.h"

#include "catalog/catalog.h"
#include "report/catalog_words.h"
#include "report/json.h"
#include "scan/scanner.h"

namespace loanlint::library {
namespace {

scan::Options options_of(const Request& request) {
  scan::Options options;
  options.packs = request.packs;
  options.policies = request.policies;
  return options;
}

Finding shown(const findings::Finding& finding) {
  return {finding.rule,
          finding.kind,
          std::string(findings::name(finding.severity)),
          std::string(findings::name(finding.basis)),
          finding.open,
          finding.good,
          finding.message.zh,
          finding.message.en,
          finding.fingerprint};
}

}  // namespace

struct Scanner::State {
  explicit State(const Request& request)
      : catalog(request.rules_folders),
        words(catalog, LOANLINT_VERSION),
        scanner(catalog, options_of(request)) {}

  catalog::Catalog catalog;
  report::CatalogWords words;
  scan::Scanner scanner;
};

Scanner::Scanner(const Request& request) : state_(std::make_unique<State>(request)) {}

Scanner::~Scanner() = default;

Report Scanner::scan(const std::string& path) const {
  const findings::ScanResult result = state_->scanner.scan(path);
  Report report;
  report.verdict = findings::name(result.verdict);
  for (const findings::Finding& finding : result.findings) {
    report.findings.push_back(shown(finding));
  }
  report.gaps = result.gaps.size();
  report.json = report::to_json(result, state_->words);
  return report;
}

Report scan(const std::string& path, const Request& request) { return Scanner(request).scan(path); }

}  // namespace loanlint::library
