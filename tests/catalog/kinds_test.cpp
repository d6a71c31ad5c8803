// SPDX-License-Identifier: Apache-2.0
#include "catalog/kinds.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "support/rule_folder.h"

namespace loanlint::catalog {
namespace {

TEST_CASE("what opens a data kind") {
  const RuleFiles files;
  const Kinds kinds(files);
  struct Row {
    const char* permission;
    const char* kind;
  };
  const Row rows[] = {
      {"android.permission.READ_CONTACTS", "contacts"},
      {"android.permission.RECEIVE_SMS", "sms"},
      {"android.permission.SEND_SMS", "sms"},
      {"android.permission.READ_CALL_LOG", "call_log"},
      {"android.permission.PROCESS_OUTGOING_CALLS", "call_log"},
      {"android.permission.ACCESS_FINE_LOCATION", "location"},
      {"android.permission.READ_MEDIA_IMAGES", "photos"},
      {"android.permission.QUERY_ALL_PACKAGES", "installed_apps"},
      {"com.android.permission.GET_INSTALLED_APPS", "installed_apps"},
      {"android.permission.READ_PHONE_NUMBERS", "phone_state"},
      {"android.permission.INTERNET", nullptr},
      {"android.permission.read_contacts", nullptr},
      {"", nullptr},
  };
  for (const Row& row : rows) {
    const std::string permission = row.permission;
    CAPTURE(permission);
    const Kind* kind = kinds.of_permission(permission);
    CHECK((kind != nullptr) == (row.kind != nullptr));
    if (kind != nullptr && row.kind != nullptr) CHECK(kind->id == row.kind);
  }
  const Kind* sms = kinds.find("sms");
  REQUIRE(sms != nullptr);
  std::size_t bound = 0;
  for (const KindComponent& component : sms->components) {
    CHECK(!component.name.empty());
    CHECK((component.way == Way::bind) == component.needs.empty());
    if (component.way == Way::bind) ++bound;
  }
  CHECK(bound == 2);
  CHECK(kinds.find("mail") == nullptr);
}

TEST_CASE("a data kind that is wrong is named with its place") {
  struct Row {
    const char* name;
    const char* text;
    const char* error;
  };
  const std::string head =
      R"({"name":{"zh":"一","en":"x"},"core":false,"permissions":[],"components":[)";
  const std::string two_ways = head + "\n" + R"({"action":"a","bind":"b"}]})";
  const Row rows[] = {
      {"a permission that another kind has",
       R"({"name":{"zh":"一","en":"x"},"core":false,"components":[],
"permissions":[{"name":"android.permission.READ_SMS","gives":{"zh":"一","en":"x"}}]})",
       ":1:1: permission android.permission.READ_SMS already opens data kind sms"},
      {"two ways at once", two_ways.c_str(),
       ":2:1: /components/0: expected either \"action\" or \"bind\""},
      {"an unknown key", R"({"nam":1})", ":1:2: /nam: unknown key; did you mean \"name\"?"},
  };
  for (const Row& row : rows) {
    const std::string row_name = row.name;
    CAPTURE(row_name);
    const support::RuleFolder folder("data/x.json", row.text);
    RuleFiles files;
    files.overlay(folder.path());
    const std::string expected = folder.path() + "/data/x.json" + row.error;
    CHECK_THROWS_WITH_AS(Kinds{files}, expected.c_str(), UsageError);
  }
}

}  // namespace
}  // namespace loanlint::catalog
