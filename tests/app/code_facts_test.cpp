// SPDX-License-Identifier: Apache-2.0
#include "app/code_facts.h"

#include <doctest/doctest.h>

#include <string>

#include "catalog/catalog.h"

namespace loanlint::app {
namespace {

using findings::Fact;
using findings::Tri;

TEST_CASE("packed code is a gap where it could hide a finding") {
  struct Row {
    std::string name;
    std::string category;
    std::string yes;  // a fact of the manifest that holds
    bool packed;
    bool gap;
  };
  const Row rows[] = {
      {"a loan app that asks for nothing", "loan", "", true, true},
      {"asks for contacts", "other", "contacts.asked", true, true},
      {"gets each message", "other", "sms.received", true, true},
      {"asks for the camera only", "other", "camera.asked", true, false},
      {"neither lends nor asks", "other", "", true, false},
      {"a loan app that is not packed", "loan", "contacts.asked", false, false},
  };
  const catalog::Catalog catalog;
  for (const Row& row : rows) {
    CAPTURE(row.name);
    findings::ScanResult seen;
    seen.facts.set("category", {row.category, {}, {}});
    if (!row.yes.empty()) seen.facts.set(row.yes, {Tri::yes, {}, {}});
    if (row.packed) {
      seen.facts.set(
          "code.packed",
          {std::string("legu"), {"code.packed", {"乐固", "lib"}}, {{"lib/libshella.so", {}, {}}}});
    } else {
      seen.facts.set("code.packed", {Tri::no, {"code.not-packed", {}}, {}});
    }
    note_packed_code(catalog, seen);
    REQUIRE(seen.gaps.size() == (row.gap ? 1 : 0));
    if (!row.gap) continue;
    CHECK(seen.gaps[0].entry == "lib/libshella.so");
    CHECK(seen.gaps[0].what == findings::Message{"code.unknown-packed", {"乐固"}});
    CHECK(findings::verdict(seen) == findings::Verdict::incomplete);
  }
}

TEST_CASE("Android withholds what a package does not ask for, but the core kinds are looked into") {
  struct Row {
    std::string name;
    std::string kind;
    Tri asked;
    Tri received;
    std::string shared_user_id;
    bool withheld;
  };
  const Row rows[] = {
      {"not asked", "location", Tri::no, Tri::no, "", true},
      {"asked", "location", Tri::yes, Tri::no, "", false},
      {"the manifest is not known", "location", Tri::unknown, Tri::no, "", false},
      {"received from the system", "phone_state", Tri::no, Tri::yes, "", false},
      {"a core kind", "contacts", Tri::no, Tri::no, "", false},
      {"its own pictures are open to each app", "photos", Tri::no, Tri::no, "", false},
      {"another package may ask for it", "location", Tri::no, Tri::no, "com.example.suite", false},
      {"open to all on older phones", "installed_apps", Tri::no, Tri::no, "", false},
  };
  const catalog::Catalog catalog;
  for (const Row& row : rows) {
    CAPTURE(row.name);
    findings::Facts facts;
    facts.set(row.kind + ".asked", {row.asked, {}, {}});
    facts.set(row.kind + ".received", {row.received, {}, {}});
    const std::vector<std::string> expected(row.withheld ? 1 : 0, row.kind);
    android::Manifest manifest;
    manifest.shared_user_id = row.shared_user_id;
    CHECK(withheld_kinds(catalog, &manifest, facts) == expected);
    CHECK(withheld_kinds(catalog, nullptr, facts).empty());
  }
}

}  // namespace
}  // namespace loanlint::app
