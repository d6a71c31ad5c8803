// SPDX-License-Identifier: Apache-2.0
// Lists what the DEX reader and the search for uses see, in a form that compare_dexdump.py can
// hold against Debian's dexdump:
//   dex_listing list FILE.dex...     classes, methods and strings by number
//   dex_listing calls FILE.dex...    the uses, as `loanlint dump calls` prints them
//   dex_listing facts FILE.dex...    yes/no/unknown of the facts about code
//   dex_listing time FILE.dex...     milliseconds of the analysis
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "android/dex_class.h"
#include "base/error.h"
#include "base/unicode.h"
#include "catalog/code_rules.h"
#include "code/analyse.h"
#include "code/dump.h"
#include "code/facts.h"

namespace {

using namespace loanlint;

std::vector<std::uint8_t> load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void list(const android::Dex& dex) {
  android::ClassData data;
  for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
    const android::ClassDef klass = dex.class_def(i);
    std::cout << "C\t" << mutf8_to_utf8(dex.type(klass.class_idx)) << '\n';
    android::read_class_data(dex, klass.class_data_off, data);
    for (const auto* methods : {&data.direct_methods, &data.virtual_methods}) {
      for (const android::EncodedMethod& method : *methods) {
        std::cout << "M\t" << dex.method_name(method.method_idx) << '\n';
      }
    }
  }
  for (std::uint32_t i = 0; i < dex.string_count(); ++i) {
    std::cout << "S\t" << i << '\t';
    for (const char c : dex.string(i)) {
      if (c == '\n') {
        std::cout << "\\n";
      } else if (c == '\\') {
        std::cout << "\\\\";
      } else {
        std::cout << c;
      }
    }
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string command = argv[1];
  std::vector<std::vector<std::uint8_t>> files;
  for (int i = 2; i < argc; ++i) files.push_back(load(argv[i]));
  std::vector<code::NamedDex> dexes;
  for (std::size_t i = 0; i < files.size(); ++i) dexes.push_back({argv[i + 2], files[i]});
  if (command == "list") {
    for (const code::NamedDex& named : dexes) {
      try {
        for (const android::Dex& dex : android::read_dex(named.bytes)) list(dex);
      } catch (const FormatError& error) {
        std::cout << "E\t" << error.what() << '\n';
      }
    }
    return 0;
  }
  const catalog::RuleFiles rules;
  const auto before_rules = std::chrono::steady_clock::now();
  const catalog::CodeKnowledge knowledge = catalog::load_code_knowledge(rules);
  code::CodeContext context;
  context.has_manifest = false;
  std::vector<findings::Gap> gaps;
  const auto start = std::chrono::steady_clock::now();
  const code::Code code = code::analyse(dexes, context, knowledge, Limits{}, gaps);
  const auto end = std::chrono::steady_clock::now();
  if (command == "calls") code::write_calls(std::cout, code);
  if (command == "facts") {
    findings::Facts facts;
    code::set_facts(code, knowledge, Limits{}, facts);
    for (const findings::Facts::Named* named : facts.sorted()) {
      const auto& [name, fact] = *named;
      std::cout << name << '\t' << findings::name(fact.tri()) << '\t' << fact.reason.key << '\n';
      for (const findings::Evidence& evidence : fact.evidence) {
        for (const findings::CodePlace& step : evidence.path) {
          std::cout << "    " << step.method << " @" << step.offset << " " << step.invokes << '\n';
        }
      }
    }
  }
  const std::chrono::duration<double, std::milli> loading = start - before_rules;
  const std::chrono::duration<double, std::milli> took = end - start;
  if (command == "time") {
    std::cout << "rules " << loading.count() << " ms, code " << took.count() << " ms, "
              << code.uses.size() << " uses\n";
  }
  for (const findings::Gap& gap : gaps) {
    std::cerr << "gap: " << gap.what.key;
    for (const std::string& arg : gap.what.args) std::cerr << " | " << arg;
    std::cerr << '\n';
  }
}
