// SPDX-License-Identifier: Apache-2.0
// Code that is not seen, or not to its end: what is not known is never said to be "no".
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "flow_cases.h"

namespace loanlint::code {
namespace {

using findings::Tri;

TEST_CASE("where data goes that Android withholds is not searched") {
  for (const bool withheld : {false, true}) {
    CAPTURE(withheld);
    CodeContext context = manifest();
    if (withheld) context.withheld = {"location"};
    const findings::Facts facts = facts_of("location_field", context);
    CHECK(facts.find("location.used")->tri() == Tri::yes);
    CHECK(facts.find("location.picker")->tri() == Tri::no);
    for (const std::string name : {"location.sent", "location.sent_to", "location.dead"}) {
      CAPTURE(name);
      const findings::Fact& fact = *facts.find(name);
      CHECK((fact.reason.key == "code.not-followed") == withheld);
      CHECK((fact.tri() == Tri::unknown) == withheld);
    }
  }
}

TEST_CASE("what cannot be read is unknown, never no") {
  std::vector<std::uint8_t> bytes = load("not_sent");
  bytes.resize(200);
  const NamedDex dex{"classes.dex", bytes};
  std::vector<findings::Gap> gaps;
  const Code code = analyse({&dex, 1}, manifest(), knowledge(), Limits{}, gaps);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].entry == "classes.dex");
  CHECK(gaps[0].what.key == "gap.dex");
  findings::Facts facts;
  set_facts(code, knowledge(), Limits{}, facts);
  CHECK(facts.find("contacts.used")->tri() == Tri::unknown);
  CHECK(facts.find("contacts.used")->reason.key == "code.unknown-unread");
}

TEST_CASE("a packed app's code is unknown") {
  CodeContext context = manifest();
  context.application = "com.stub.StubApp";
  context.entries = {"assets/libjiagu.so", "classes.dex"};
  const findings::Facts facts = facts_of("picker", context);
  CHECK(std::get<std::string>(facts.find("code.packed")->value) == "qihoo-jiagu");
  CHECK(facts.find("sms.used")->tri() == Tri::unknown);
  CHECK(facts.find("sms.used")->reason.key == "code.unknown-packed");
}

TEST_CASE("what code outside DEX is given may be sent from there") {
  CodeContext context = manifest();
  context.entries = {"classes.dex", "lib/arm64-v8a/libflutter.so"};
  const findings::Facts facts = facts_of("not_sent", context);
  CHECK(facts.find("contacts.used")->tri() == Tri::yes);
  CHECK(facts.find("contacts.sent")->tri() == Tri::unknown);
  CHECK(facts.find("contacts.sent")->reason.key == "code.unknown-framework");
  CHECK(facts.find("sms.used")->tri() == Tri::no);
}

TEST_CASE("limits become gaps") {
  const std::vector<std::uint8_t> bytes = load("same_method");
  const NamedDex dex{"classes.dex", bytes};
  Limits limits;
  limits.graph_edges = 2;
  std::vector<findings::Gap> gaps;
  analyse({&dex, 1}, manifest(), knowledge(), limits, gaps);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].limit == "graph_edges");
  limits = {};
  limits.code_bytes = 10;
  gaps.clear();
  analyse({&dex, 1}, manifest(), knowledge(), limits, gaps);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].limit == "code_bytes");
}

TEST_CASE("what could not be evaluated to its end is a gap, and no use is not said") {
  // A decoded URI in one method; the limit is used up before it is come to.
  const std::vector<std::uint8_t> first = load("uri_from_loop");
  const std::vector<std::uint8_t> second = load("decoded_uri");
  const NamedDex dexes[] = {{"classes.dex", first}, {"classes2.dex", second}};
  Limits limits;
  std::vector<findings::Gap> gaps;
  CHECK(analyse(dexes, manifest(), knowledge(), limits, gaps).complete);
  CHECK(gaps.empty());
  limits.evaluated_steps = 1;
  const Code code = analyse(dexes, manifest(), knowledge(), limits, gaps);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].limit == "evaluated_steps");
  CHECK_FALSE(code.complete);
}

}  // namespace
}  // namespace loanlint::code
