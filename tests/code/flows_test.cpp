// SPDX-License-Identifier: Apache-2.0
// Small apps in smali, each with one way in which data is used and leaves an app, or does not.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "code/dump.h"
#include "flow_cases.h"

namespace loanlint::code {
namespace {

using findings::Tri;

findings::Facts facts_of(const std::string& name, Code* code_out = nullptr) {
  return facts_of(name, manifest(), code_out);
}

TEST_CASE("what each case uses, and where it goes") {
  struct Row {
    std::string name;
    std::string kind;
    Tri used;
    std::string sent;  // the last word of the reason
  };
  const Row rows[] = {
      {"same_method", "contacts", Tri::yes, "sent-network"},
      {"returned", "contacts", Tri::yes, "sent-network"},
      {"lifecycle_field", "phone_state", Tri::yes, "sent-sms"},
      {"static_field", "contacts", Tri::yes, "sent-network"},
      {"thread", "contacts", Tri::yes, "sent-network"},
      {"async_task", "phone_state", Tri::yes, "sent-network"},
      {"intent", "phone_state", Tri::yes, "sent-log"},
      {"action", "phone_state", Tri::yes, "sent-sms"},
      {"result", "phone_state", Tri::yes, "sent-log"},
      {"listener", "phone_state", Tri::yes, "sent-log"},
      {"layout_handler", "contacts", Tri::yes, "sent-network"},
      {"interface_call", "contacts", Tri::yes, "sent-network"},
      {"container", "contacts", Tri::yes, "sent-network"},
      {"handler", "contacts", Tri::yes, "sent-network"},
      {"received_sms", "sms", Tri::yes, "sent-network"},
      {"not_sent", "contacts", Tri::yes, "not-sent"},
      {"sent_elsewhere", "contacts", Tri::yes, "not-sent"},
      {"dead", "contacts", Tri::yes, "not-sent"},
      {"picker", "contacts", Tri::no, "not-used"},
      {"picker_by_type", "contacts", Tri::no, "not-used"},
      {"reflection", "sms", Tri::yes, "not-sent"},
      {"reflection", "call_log", Tri::yes, "not-sent"},
      {"concatenation", "call_log", Tri::yes, "not-sent"},
      {"branches", "sms", Tri::yes, "not-sent"},
      {"only_mentioned", "sms", Tri::no, "not-used"},
      {"only_mentioned", "contacts", Tri::no, "not-used"},
      {"asks", "sms", Tri::no, "not-used"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.kind);
    const findings::Facts facts = facts_of(row.name);
    CHECK(facts.find(row.kind + ".used")->tri() == row.used);
    const findings::Fact& sent = *facts.find(row.kind + ".sent");
    CHECK(sent.reason.key == "code." + row.sent);
    CHECK(sent.tri() == (row.sent.starts_with("sent-") ? Tri::yes : Tri::no));
    CHECK(facts.find(row.kind + ".dead")->tri() == (row.name == "dead" ? Tri::yes : Tri::no));
    const bool picks = row.name.starts_with("picker");
    CHECK(facts.find("contacts.picker")->tri() == (picks ? Tri::yes : Tri::no));
  }
}

TEST_CASE("the kinds of ways that benchmarks of data flow know") {
  struct Row {
    std::string name;
    std::string kind;
    std::string sent;  // the last word of the reason
  };
  const Row rows[] = {
      // aliasing, arrays, lists
      {"alias", "phone_state", "sent-log"},
      {"array", "phone_state", "sent-log"},
      {"list", "phone_state", "sent-log"},
      // callbacks, by which the library hands over what was asked for
      {"location_listener", "location", "sent-log"},
      {"location_field", "location", "sent-log"},
      {"loader_callback", "contacts", "sent-network"},
      {"content_observer", "sms", "sent-network"},
      // fields and objects
      {"object_field", "phone_state", "sent-sms"},
      {"inherited_field", "phone_state", "sent-log"},
      // general Java
      {"exception", "phone_state", "sent-sms"},
      {"exception_across", "phone_state", "sent-sms"},
      // registers of which only the long forms of instructions can speak
      {"high_registers", "phone_state", "sent-log"},
      {"exception_high_registers", "phone_state", "sent-log"},
      {"loop", "phone_state", "sent-log"},
      {"string_building", "phone_state", "sent-sms"},
      {"static_initialiser", "phone_state", "sent-log"},
      {"dispatch", "phone_state", "sent-sms"},
      {"implicit", "phone_state", "sent-log"},
      // between components
      {"service", "phone_state", "sent-sms"},
      {"intent_made_elsewhere", "phone_state", "sent-sms"},
      {"intent_type", "phone_state", "sent-sms"},
      {"dynamic_receiver", "phone_state", "sent-log"},
      {"messenger", "phone_state", "sent-log"},
      {"preferences", "phone_state", "sent-sms"},
      {"provider", "phone_state", "sent-log"},
      // lifecycle
      {"saved_state", "phone_state", "sent-log"},
      {"fragment", "phone_state", "sent-log"},
      {"application", "phone_state", "sent-sms"},
      // reflection with constant names
      {"reflected_sink", "phone_state", "sent-log"},
      {"reflected_source", "phone_state", "sent-sms"},
      {"reflected_class", "phone_state", "sent-log"},
      {"reflected_library", "phone_state", "sent-log"},
      // threads
      {"task_result", "phone_state", "sent-log"},
      {"executor", "phone_state", "sent-log"},
      {"timer", "phone_state", "sent-log"},
      {"looper", "phone_state", "sent-log"},
      {"callable", "phone_state", "sent-sms"},
      {"worker", "phone_state", "sent-network"},
      {"live_data", "phone_state", "sent-log"},
      {"loader_result", "phone_state", "sent-log"},
      {"uncaught", "phone_state", "sent-log"},
      // called from outside DEX
      {"page_interface", "phone_state", "sent-web_view"},
      {"annotated_request", "phone_state", "sent-network"},
      {"native_callback", "phone_state", "sent-log"},
      // kept in between
      {"file", "phone_state", "sent-log"},
      {"table", "phone_state", "sent-log"},
      {"clipboard", "phone_state", "sent-log"},
      {"all_preferences", "phone_state", "sent-log"},
      {"provider_answer", "phone_state", "sent-log"},
      // streams whose other end was opened before
      {"stream_before", "phone_state", "sent-network"},
      {"stream_field", "phone_state", "sent-network"},
      // constants from other methods
      {"helper", "sms", "sent-log"},
      {"text_in_field", "sms", "sent-log"},
      {"texts_in_array", "sms", "sent-log"},
      {"texts_in_array", "call_log", "sent-log"},
      // texts that are computed
      {"decoded_uri", "sms", "sent-log"},
      {"uri_from_loop", "sms", "sent-log"},
      {"uri_of_parts", "sms", "sent-log"},
      {"reflected_reversed", "phone_state", "sent-log"},
      {"reflected_own_class", "phone_state", "sent-log"},
      {"intent_of_parts", "phone_state", "sent-log"},
      // by what views keep, and by what other apps open
      {"view_text", "phone_state", "sent-log"},
      {"view_tag", "phone_state", "sent-log"},
      {"opened_page", "phone_state", "sent-network"},
      {"intent_wrapped_elsewhere", "phone_state", "sent-log"},
      {"read_when_run_again", "phone_state", "sent-log"},
      {"maybe_true", "phone_state", "sent-log"},
      // and those that look alike, from which nothing leaves
      {"unreachable", "phone_state", "not-sent"},
      {"other_preferences", "phone_state", "not-sent"},
      {"not_a_component", "phone_state", "not-sent"},
      {"before_the_read", "phone_state", "not-sent"},
      {"log_no_data", "phone_state", "not-used"},
      {"other_file", "phone_state", "not-sent"},
      {"file_stream", "phone_state", "not-sent"},
      {"helper_not_given", "sms", "not-used"},
      {"decoded_other_uri", "sms", "not-used"},
      {"other_uri_of_parts", "sms", "not-used"},
      {"reflected_reversed_other", "phone_state", "not-sent"},
      {"other_intent_of_parts", "phone_state", "not-sent"},
      {"other_view_text", "phone_state", "not-sent"},
      {"view_text_fixed", "phone_state", "not-sent"},
      {"opened_fixed_page", "phone_state", "not-sent"},
      {"log_constant", "phone_state", "not-sent"},
      {"object_made_anew", "phone_state", "not-sent"},
      {"made_just_before", "phone_state", "not-sent"},
  };
  const std::set<std::string> dead = {"unreachable", "made_just_before"};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const findings::Facts facts = facts_of(row.name);
    const bool used = row.sent != "not-used";
    CHECK(facts.find(row.kind + ".used")->tri() == (used ? Tri::yes : Tri::no));
    const findings::Fact& sent = *facts.find(row.kind + ".sent");
    CHECK(sent.reason.key == "code." + row.sent);
    CHECK(sent.tri() == (row.sent.starts_with("sent-") ? Tri::yes : Tri::no));
    CHECK(facts.find(row.kind + ".dead")->tri() == (dead.contains(row.name) ? Tri::yes : Tri::no));
  }
}

TEST_CASE("a path reads from the entry point to the way out") {
  const findings::Facts facts = facts_of("thread");
  const findings::Fact& sent = *facts.find("contacts.sent");
  REQUIRE(sent.evidence.size() == 1);
  std::vector<std::string> methods;
  for (const findings::CodePlace& step : sent.evidence[0].path) methods.push_back(step.method);
  const std::vector<std::string> expected = {
      "Lt/Main;->onCreate(Landroid/os/Bundle;)V",  // reads
      "Lt/Main;->onCreate(Landroid/os/Bundle;)V",  // makes the Job
      "Lt/Job;->run()V",                           // opens the connection
  };
  CHECK(methods == expected);
  CHECK(sent.evidence[0].path.back().invokes ==
        "Ljava/net/URL;->openConnection()Ljava/net/URLConnection;");
}

TEST_CASE("a step back to a caller is told from a call") {
  const findings::Facts facts = facts_of("returned");
  std::vector<bool> returns;
  for (const findings::CodePlace& step : facts.find("contacts.sent")->evidence.at(0).path) {
    returns.push_back(step.returns);
  }
  CHECK(std::count(returns.begin(), returns.end(), true) == 1);
  CHECK(!returns.front());
  CHECK(!returns.back());
}

TEST_CASE("each use names its place, and how it was recognised") {
  struct Row {
    std::string name;
    std::vector<std::string> uses;  // deed, how, what it was resolved from
  };
  const Row rows[] = {
      {"same_method",
       {"read field ",
        "read field Landroid/provider/ContactsContract$Contacts;->CONTENT_URI:Landroid/net/Uri;"}},
      {"reflection",
       {"send reflection android.telephony.SmsManager.sendTextMessage",
        "read reflection android.provider.CallLog$Calls.CONTENT_URI"}},
      {"concatenation", {"read uri content://call_log/calls"}},
      {"branches", {"read uri content://sms/inbox", "read uri content://sms/sent"}},
      {"picker", {"pick field "}},
      {"picker_by_type", {"pick intent vnd.android.cursor.dir/phone_v2"}},
      {"asks",
       {"ask permission android.permission.READ_CALL_LOG",
        "ask permission android.permission.READ_SMS"}},
      {"only_mentioned", {}},
      {"helper", {"read uri content://sms/inbox", "read uri content://sms/inbox"}},
      {"helper_not_given", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Code code;
    facts_of(row.name, &code);
    std::vector<std::string> uses;
    for (const LocatedUse& located : code.uses) {
      uses.push_back(std::string(catalog::name(located.use.deed)) + " " +
                     std::string(name(located.use.how)) + " " + located.use.detail);
    }
    CHECK(uses == row.uses);
  }
}

TEST_CASE("code that is loaded from elsewhere") {
  CHECK(facts_of("loading").find("code.dynamic_loading")->tri() == Tri::yes);
  CHECK(facts_of("thread").find("code.dynamic_loading")->tri() == Tri::no);
}

}  // namespace
}  // namespace loanlint::code
