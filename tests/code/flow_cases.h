// SPDX-License-Identifier: Apache-2.0
// The small apps in smali that tests read: tests/code/flows/*.smali, assembled by build.sh beside
// them.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catalog/code_rules.h"
#include "code/analyse.h"
#include "code/facts.h"

namespace loanlint::code {

inline const catalog::CodeKnowledge& knowledge() {
  static const catalog::RuleFiles files;
  static const catalog::CodeKnowledge all = catalog::load_code_knowledge(files);
  return all;
}

inline std::vector<std::uint8_t> load(const std::string& name) {
  std::ifstream in("tests/code/flows/" + name + ".dex", std::ios::binary);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The app of every case: what its folder has of these classes is a component.
inline CodeContext manifest() {
  CodeContext context;
  context.package = "t";
  context.application = "t.App";
  context.components = {{"t.Main", "activity", {"android.intent.action.MAIN"}, {}},
                        {"t.Second", "activity", {}, {}},
                        {"t.Other", "activity", {"t/secret"}, {}},
                        {"t.Sync", "service", {}, {}},
                        {"t.Receiver", "receiver", {"t.SEND"}, {}},
                        {"t.Store", "provider", {}, {"t.store"}}};
  return context;
}

/// What the code of a case says in an app with that manifest.
inline findings::Facts facts_of(const std::string& name, const CodeContext& context,
                                Code* code_out = nullptr) {
  const std::vector<std::uint8_t> bytes = load(name);
  const NamedDex dex{"classes.dex", bytes};
  std::vector<findings::Gap> gaps;
  const Code code = analyse({&dex, 1}, context, knowledge(), Limits{}, gaps);
  CHECK(gaps.empty());
  findings::Facts facts;
  set_facts(code, knowledge(), Limits{}, facts);
  if (code_out != nullptr) *code_out = code;
  return facts;
}

}  // namespace loanlint::code
