// SPDX-License-Identifier: Apache-2.0
// A whole package: every room on the way from the bytes to the report, and the report read back.
#include <cstdint>
#include <cstdlib>

#include "app/app.h"
#include "catalog/catalog.h"
#include "catalog/rules.h"
#include "report/catalog_words.h"
#include "report/json.h"
#include "report/read_json.h"
#include "rules/evaluate.h"

namespace {

using namespace loanlint;

Limits small_limits() {
  Limits limits;
  limits.entry_bytes = 1 << 18;
  limits.package_bytes = 1 << 20;
  limits.entries = 1'000;
  limits.strings = 100'000;
  limits.xml_nodes = 20'000;
  limits.policy_bytes = 1 << 14;
  limits.policy_documents = 4;
  return limits;
}

/// What costs time once: the rules.
struct Fixed {
  catalog::Catalog catalog;
  std::vector<catalog::Rule> rules = catalog::load_rules(catalog.files(), {});
  Limits limits = small_limits();
  app::Loader loader{catalog, limits, {}};
  report::CatalogWords words{catalog, "0"};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Fixed fixed;
  const auto source = view_bytes(Bytes(data, size));
  findings::ScanResult result = fixed.loader.load(*source, "x.apk").seen;
  result.findings =
      rules::evaluate(result.facts, fixed.rules, fixed.catalog.kinds(), fixed.catalog.texts());
  result.verdict = findings::verdict(result);
  // A package that Android refuses, or that was not read whole, is never clean.
  if (result.verdict == findings::Verdict::pass && (result.refused || !result.gaps.empty())) {
    std::abort();
  }
  const std::string text = report::to_json(result, fixed.words);
  if (report::to_json(report::read_json(text, "report"), fixed.words) != text) std::abort();
  return 0;
}
