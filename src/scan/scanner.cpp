// SPDX-License-Identifier: Apache-2.0
#include "scan/scanner.h"

#include "app/app.h"
#include "base/source.h"
#include "catalog/catalog.h"
#include "catalog/rules.h"
#include "rules/evaluate.h"

namespace loanlint::scan {

struct Scanner::State {
  State(const catalog::Catalog& known, Options given)
      : options(std::move(given)),
        catalog(known),
        rules(catalog::load_rules(catalog.files(), {options.packs, options.only, options.skip})),
        loader(catalog, options.limits, app::read_policies(options.policies, options.limits)) {}

  findings::ScanResult judge(app::App app) const {
    findings::ScanResult result = std::move(app.seen);
    result.findings = rules::evaluate(result.facts, rules, catalog.kinds(), catalog.texts());
    result.verdict = findings::verdict(result);
    return result;
  }

  Options options;
  const catalog::Catalog& catalog;
  std::vector<catalog::Rule> rules;
  app::Loader loader;
};

Scanner::Scanner(const catalog::Catalog& catalog, Options options)
    : state_(std::make_unique<State>(catalog, std::move(options))) {}

Scanner::~Scanner() = default;

findings::ScanResult Scanner::scan(const std::string& path) const {
  const auto source = open_file(path);
  return state_->judge(state_->loader.load(*source, path));
}

findings::ScanResult Scanner::scan_policies() const {
  return state_->judge(state_->loader.load_policies());
}

app::App Scanner::load(const std::string& path) const {
  const auto source = open_file(path);
  return state_->loader.load(*source, path);
}

const Options& Scanner::options() const { return state_->options; }

const catalog::Catalog& Scanner::catalog() const { return state_->catalog; }

const std::vector<catalog::Rule>& Scanner::rules() const { return state_->rules; }

}  // namespace loanlint::scan
