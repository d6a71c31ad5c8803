// SPDX-License-Identifier: Apache-2.0
// DEX: every table, class, method and instruction of whatever the bytes say they hold, then the
// whole analysis with the built-in rules. Nothing may come out but what analyse() promises.
#include <cstdint>
#include <sstream>

#include "android/dex_class.h"
#include "android/dex_code.h"
#include "base/error.h"
#include "code/analyse.h"
#include "code/dump.h"
#include "code/facts.h"

using namespace loanlint;

namespace {

void read_all(Bytes bytes, const Limits& limits) {
  for (const android::Dex& dex : android::read_dex(bytes, limits)) {
    android::ClassData data;
    for (std::uint32_t i = 0; i < dex.class_count() && i < 1000; ++i) {
      const android::ClassDef klass = dex.class_def(i);
      try {
        android::read_class_data(dex, klass.class_data_off, data);
        android::read_static_strings(dex, klass.static_values_off, data.static_fields);
        for (const android::EncodedMethod& method : data.virtual_methods) {
          const android::CodeItem code = android::read_code(dex, method.code_off);
          android::InstructionWalk walk(code.insns);
          android::Instruction in;
          while (walk.next(in)) {
            android::read_operands(in);
            android::switch_targets(in, code.insns);
          }
        }
      } catch (const FormatError&) {
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const catalog::RuleFiles files;
  static const catalog::CodeKnowledge knowledge = catalog::load_code_knowledge(files);
  Limits limits;
  limits.strings = 10'000;
  limits.graph_edges = 100'000;
  const Bytes bytes(data, size);
  try {
    read_all(bytes, limits);
  } catch (const FormatError&) {
  }
  const code::NamedDex dex{"classes.dex", bytes};
  code::CodeContext context;
  context.components = {{"t.Main", "activity", {}, {}}};
  std::vector<findings::Gap> gaps;
  const code::Code code = code::analyse({&dex, 1}, context, knowledge, limits, gaps);
  findings::Facts facts;
  code::set_facts(code, knowledge, limits, facts);
  std::ostringstream out;
  code::write_calls(out, code);
  return 0;
}
