// SPDX-License-Identifier: Apache-2.0
// Rule files as a user may give them with --rules. The first byte says what kind of file the rest
// is; nothing but a UsageError may come out.
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "catalog/categories.h"
#include "catalog/kinds.h"
#include "catalog/laws.h"
#include "catalog/members.h"
#include "catalog/packs.h"
#include "catalog/rules.h"
#include "rules/examples.h"

namespace {

using namespace loanlint;
using catalog::RuleFile;
using catalog::RuleFiles;

/// The whole way of a rule: loaded, checked, its examples tried.
void rule(const RuleFiles& files) {
  std::vector<std::string> kinds;
  for (const RuleFile& file : files.in("data")) kinds.push_back(file.id());
  for (const catalog::Rule& loaded : catalog::load_rules(files, {{}, {"x"}, {}})) {
    rules::check_examples(loaded, kinds);
    catalog::read_rule_texts(loaded);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array<const char*, 5> kPaths{"pipl/x.json", "law/x.json", "data/x.json",
                                              "category/x.json", "packs/x.json"};
  if (size == 0) return 0;
  const std::size_t what = (data[0] - std::size_t{'0'}) % kPaths.size();
  std::string text(data + 1, data + size);
  catalog::raw_members(text);
  RuleFiles files;
  files.lay(kPaths[what], "x.json", std::move(text));
  try {
    switch (what) {
      case 0:
        rule(files);
        break;
      case 1:
        catalog::Laws(files).find_law("x");
        break;
      case 2:
        catalog::Kinds{files};
        break;
      case 3:
        catalog::Categories(files).categorise({{catalog::SignalField::label, "x"}});
        break;
      default:
        catalog::load_packs(files);
        break;
    }
  } catch (const UsageError&) {
  }
  return 0;
}
