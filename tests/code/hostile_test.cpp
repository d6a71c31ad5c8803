// SPDX-License-Identifier: Apache-2.0
// Bytes that lie, through the whole analysis of code: it must end, must not throw, and must not
// say "no" of what it did not read.
#include <doctest/doctest.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <vector>

#include "catalog/code_rules.h"
#include "code/analyse.h"
#include "code/class_table.h"
#include "code/facts.h"
#include "support/dex_builder.h"

namespace loanlint::code {
namespace {

using Raw = std::vector<std::uint8_t>;

const catalog::CodeKnowledge& knowledge() {
  static const catalog::RuleFiles files;
  static const catalog::CodeKnowledge all = catalog::load_code_knowledge(files);
  return all;
}

struct Result {
  Code code;
  findings::Facts facts;
  std::vector<findings::Gap> gaps;
};

Result run(Bytes bytes) {
  const NamedDex dex{"classes.dex", bytes};
  CodeContext context;
  context.components = {{"t.Main", "activity", {}, {}}};
  Result result;
  result.code = analyse({&dex, 1}, context, knowledge(), Limits{}, result.gaps);
  set_facts(result.code, knowledge(), Limits{}, result.facts);
  return result;
}

Raw load(const char* name) {
  std::ifstream in(std::string("tests/code/flows/") + name + ".dex", std::ios::binary);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("every prefix of an app's code") {
  const Raw whole = load("interface_call");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const Raw exact(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    const Result result = run(exact);
    // What is missing may be all that spoke of contacts: then nobody may say they are not used.
    const findings::Tri used = result.facts.find("contacts.used")->tri();
    CHECK((used != findings::Tri::no || result.gaps.empty()));
    CHECK(result.code.complete == result.gaps.empty());
  }
}

TEST_CASE("every byte of an app's code made as large as can be") {
  const Raw whole = load("concatenation");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    CAPTURE(at);
    Raw bytes = whole;
    bytes[at] = 0xff;
    const Result result = run(bytes);
    CHECK(result.facts.find("call_log.used") != nullptr);
  }
}

TEST_CASE("classes that share their data, to be more than the file can hold") {
  testing::DexBuilder made;
  std::vector<testing::DexBuilder::Method> methods;
  for (int i = 0; i < 200; ++i) {
    testing::DexBuilder::Method method;
    method.index = made.method("La0;", "m" + std::to_string(i), "V", {});
    methods.push_back(method);
  }
  made.add_class("La0;", "Ljava/lang/Object;", methods);
  for (int i = 1; i < 200; ++i) {
    made.add_class("La" + std::to_string(i) + ";", "Ljava/lang/Object;", {});
  }
  Raw bytes = made.build();
  std::uint32_t defs = 0;
  std::memcpy(&defs, bytes.data() + testing::kDexClassDefs + 4, sizeof defs);
  std::uint32_t data = 0;
  std::memcpy(&data, bytes.data() + defs + 24, sizeof data);
  for (std::size_t i = 1; i < 200; ++i) testing::put(bytes, defs + i * 32 + 24, data);
  const auto dexes = android::read_dex(bytes);
  const ClassTable table(dexes[0]);
  CHECK(table.methods(0).size() == 200);
  CHECK(table.method_count() * 2 <= bytes.size());
  REQUIRE_FALSE(table.broken().empty());
  CHECK(table.broken().begin()->second.why == "class_data: shared with other classes");
}

TEST_CASE("more reflection than is followed") {
  testing::DexBuilder made;
  const std::uint32_t id =
      made.method("Landroid/telephony/TelephonyManager;", "getDeviceId", "Ljava/lang/String;", {});
  const std::uint32_t invoke =
      made.method("Ljava/lang/reflect/Method;", "invoke", "Ljava/lang/Object;", {});
  std::vector<testing::DexBuilder::Method> many;
  for (int i = 0; i < 2000; ++i) {
    testing::DexBuilder::Method method;
    method.index = made.method("Lt/Many;", "m" + std::to_string(i), "V", {});
    method.insns = {0x000e};
    many.push_back(method);
  }
  made.add_class("Lt/Many;", "Ljava/lang/Object;", many);
  testing::DexBuilder::Method main;
  main.index = made.method("Lt/Main;", "onCreate", "V", {});
  main.insns = {0x106e, static_cast<std::uint16_t>(id), 0, 0x001a,
                static_cast<std::uint16_t>(made.string("t.Many"))};
  for (int i = 0; i < 10000; ++i) {
    main.insns.insert(main.insns.end(), {0x106e, static_cast<std::uint16_t>(invoke), 0});
  }
  main.insns.push_back(0x000e);
  made.add_class("Lt/Main;", "Landroid/app/Activity;", {main});
  const Result result = run(made.build());
  REQUIRE(result.gaps.size() == 1);
  CHECK(result.gaps[0].limit == "graph_edges");
  CHECK_FALSE(result.code.complete);
}

TEST_CASE("classes that extend each other in a circle") {
  testing::DexBuilder made;
  const std::uint32_t first = made.method("La;", "m", "V", {});
  const std::uint32_t second = made.method("Lb;", "m", "V", {});
  const std::uint32_t id =
      made.method("Landroid/telephony/TelephonyManager;", "getDeviceId", "Ljava/lang/String;", {});
  const auto call = [](std::uint32_t method) {
    return std::vector<std::uint16_t>{0x106e, static_cast<std::uint16_t>(method), 0, 0x000e};
  };
  testing::DexBuilder::Method a;
  a.index = first;
  a.insns = call(second);
  testing::DexBuilder::Method b;
  b.index = second;
  b.insns = call(id);
  made.add_class("La;", "Lb;", {a});
  made.add_class("Lb;", "La;", {b});
  const Result result = run(made.build());
  REQUIRE(result.code.uses.size() == 1);
  CHECK(result.code.uses[0].method == "Lb;->m()V");
  CHECK(result.code.uses[0].use.offset == 0);
}

TEST_CASE("a switch whose table lies elsewhere, and a branch that leads out of the method") {
  testing::DexBuilder made;
  const std::uint32_t run_method = made.method("Lt/Main;", "onCreate", "V", {});
  const std::uint32_t parse =
      made.method("Landroid/net/Uri;", "parse", "Landroid/net/Uri;", {"Ljava/lang/String;"});
  const auto uri = static_cast<std::uint16_t>(made.string("content://sms"));
  testing::DexBuilder::Method method;
  method.index = run_method;
  method.insns = {0x002b, 0x7fff,
                  0x7fff,          // packed-switch v0, far away
                  0x0032, 0x7000,  // if-eq v0, v0, far away
                  0x001a, uri,     // const-string v0
                  0x1071, static_cast<std::uint16_t>(parse),
                  0,  // invoke-static {v0}, parse
                  0x000e};
  made.add_class("Lt/Main;", "Landroid/app/Activity;", {method});
  const Result result = run(made.build());
  REQUIRE(result.code.uses.size() == 1);
  CHECK(result.code.uses[0].use.detail == "content://sms");
}

}  // namespace
}  // namespace loanlint::code
