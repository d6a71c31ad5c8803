// SPDX-License-Identifier: Apache-2.0
#include "catalog/rules.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "catalog/packs.h"
#include "support/rule_folder.h"

namespace loanlint::catalog {
namespace {

/// A rule that is right, one line for each member; a row of the table spoils one line.
const std::string kGood = R"rule({
"id": "x",
"title": {"zh": "一", "en": "One"},
"for": ["contacts", "sms"],
"severity": "high",
"basis": "declared",
"when": {"all": [{"fact": "category", "is": "loan"}, {"fact": "{kind}.asked"}]},
"articles": ["pipl-6"],
"message": {"zh": "{kind_name}（{asked_by}）", "en": "{kind_name} ({asked_by})"},
"why": {"zh": "一", "en": "One"},
"advice": {"borrower": {"zh": "一", "en": "One"}, "lender": {"zh": "一", "en": "One"}},
"examples": {
"match": [{"name": {"zh": "一", "en": "a"}, "facts": {"category": "loan", "{kind}.asked": "yes"}},
{"name": {"zh": "二", "en": "b"}, "facts": {"category": "loan", "sms.asked": "yes"}, "kind": "sms"}],
"clean": [{"name": {"zh": "三", "en": "c"}, "facts": {"category": "other"}},
{"name": {"zh": "四", "en": "d"}, "facts": {"{kind}.asked": "no"}}]}
})rule";

/// kGood with its first `from` replaced.
std::string spoilt(const std::string& from, const std::string& to) {
  std::string text = kGood;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The error of loading the built-in rules with pipl/x.json over them, without the folder's name;
/// empty when there is none.
std::string error_of(const std::string& text) {
  const support::RuleFolder folder("pipl/x.json", text);
  RuleFiles files;
  files.overlay(folder.path());
  try {
    load_rules(files);
  } catch (const UsageError& error) {
    std::string what = error.what();
    const std::size_t at = what.find(folder.path());
    return at == std::string::npos ? what : what.erase(at, folder.path().size() + 1);
  }
  return {};
}

TEST_CASE("a rule that is right loads") { CHECK(error_of(kGood).empty()); }

TEST_CASE("a rule that is wrong is named with its place") {
  struct Row {
    const char* name;
    const char* from;
    const char* to;
    const char* error;
  };
  const Row rows[] = {
      {"not JSON", "\"id\": \"x\",", "\"id\": \"x\"",
       "pipl/x.json:3:7: not JSON: syntax error while parsing object - unexpected string literal; "
       "expected '}'"},
      {"an unknown key", "\"why\"", "\"wy\"",
       "pipl/x.json:10:1: /wy: unknown key; did you mean \"why\"?"},
      {"a key twice", "\"severity\": \"high\"", "\"severity\": \"high\", \"severity\": \"low\"",
       "pipl/x.json:5:21: /severity: this key stands twice in one object"},
      {"another id", "\"id\": \"x\"", "\"id\": \"y\"",
       "pipl/x.json:2:7: /id: expected the file's name, \"x\""},
      {"a missing translation", "\"en\": \"One\"}", "\"de\": \"Eins\"}",
       "pipl/x.json:3:24: /title/de: unknown key; did you mean \"zh\"?"},
      {"half a translation", "{\"zh\": \"一\", \"en\": \"One\"}", "{\"zh\": \"一\"}",
       "pipl/x.json:3:10: /title: \"en\" is missing"},
      {"an empty text", "\"en\": \"One\"}", "\"en\": \"\"}",
       "pipl/x.json:3:30: /title/en: expected a text that is not empty"},
      {"an unknown severity", "\"high\"", "\"hihg\"",
       "pipl/x.json:5:13: /severity: unknown severity \"hihg\"; expected critical, high, medium, "
       "low or info"},
      {"a severity for one kind only", "\"severity\": \"high\"",
       "\"severity\": {\"sms\": \"high\"}",
       "pipl/x.json:5:13: /severity: no severity for \"contacts\""},
      {"a severity for another kind", "\"severity\": \"high\"",
       "\"severity\": {\"call_log\": \"high\"}",
       "pipl/x.json:5:26: /severity/call_log: \"call_log\" is not in \"for\""},
      {"an unknown basis", "\"declared\"", "\"proved\"",
       "pipl/x.json:6:10: /basis: unknown basis \"proved\"; expected declared, coded or admitted"},
      {"an unknown data kind", "\"sms\"]", "\"smss\"]",
       "pipl/x.json:4:21: /for/1: there is no data kind \"smss\"; did you mean \"sms\"?"},
      {"a data kind twice", "\"sms\"]", "\"contacts\"]",
       "pipl/x.json:4:21: /for/1: this data kind stands twice"},
      {"an unknown article", "pipl-6", "pipl-606",
       "pipl/x.json:8:14: /articles/0: there is no article \"pipl-606\"; did you mean "
       "\"pipl-66\"?"},
      {"no article", "[\"pipl-6\"]", "[]",
       "pipl/x.json:8:13: /articles: expected at least one article"},
      {"an article twice", "[\"pipl-6\"]", "[\"pipl-6\", \"pipl-6\"]",
       "pipl/x.json:8:24: /articles/1: article \"pipl-6\" stands twice"},
      {"a fact that does not exist", "{kind}.asked\"}", "{kind}.aksed\"}",
       "pipl/x.json:7:63: /when/all/1/fact: there is no fact \"{kind}.aksed\"; did you mean "
       "\"{kind}.asked\"?"},
      {"a value that a fact never has", "\"is\": \"loan\"", "\"is\": \"lone\"",
       "pipl/x.json:7:18: /when/all/0: fact \"category\" is never \"lone\"; did you mean "
       "\"loan\"?"},
      {"a question of the wrong type", "\"is\": \"loan\"", "\"below\": 3",
       "pipl/x.json:7:18: /when/all/0: fact \"category\" is of type text, this asks for a number"},
      {"two questions about one fact", "\"is\": \"loan\"", "\"is\": \"loan\", \"in\": [\"loan\"]",
       "pipl/x.json:7:18: /when/all/0: expected one question about the fact"},
      {"a number asked for yes", "{\"fact\": \"category\", \"is\": \"loan\"}",
       "{\"fact\": \"target_sdk\"}",
       "pipl/x.json:7:18: /when/all/0: fact \"target_sdk\" is a number: ask \"below\" or "
       "\"at_least\""},
      {"an empty list of conditions",
       "[{\"fact\": \"category\", \"is\": \"loan\"}, {\"fact\": \"{kind}.asked\"}]", "[]",
       "pipl/x.json:7:17: /when/all: expected at least one condition"},
      {"an unknown operator", "\"all\"", "\"al\"",
       "pipl/x.json:7:10: /when/al: unknown key; did you mean \"all\"?"},
      {"a contradiction", "{\"fact\": \"{kind}.asked\"}",
       "{\"fact\": \"{kind}.asked\"}, {\"fact\": \"category\", \"is\": \"other\"}",
       "pipl/x.json:7:9: /when: this can never hold: it contradicts itself about \"category\""},
      {"yes and not yes", "{\"fact\": \"category\", \"is\": \"loan\"}",
       "{\"not\": {\"fact\": \"{kind}.asked\"}}",
       "pipl/x.json:7:9: /when: this can never hold: it contradicts itself about "
       "\"{kind}.asked\""},
      {"a condition about no kind", "{\"fact\": \"{kind}.asked\"}", "{\"fact\": \"sms.asked\"}",
       "pipl/x.json:7:9: /when: the rule has \"for\", but its condition never asks about {kind}"},
      {"{kind} without for", "\"for\": [\"contacts\", \"sms\"],", "",
       "pipl/x.json:7:9: /when: {kind} stands for nothing: there is no \"for\""},
      {"fails on what is coded", "\"basis\": \"declared\"", "\"basis\": \"coded\", \"fails\": true",
       "pipl/x.json:6:28: /fails: only a declared finding needs to be told that it fails"},
      {"a grave good sign", "\"basis\": \"declared\"", "\"basis\": \"declared\", \"good\": true",
       "pipl/x.json:6:30: /good: a good sign has severity info"},
      {"unknown without words", "\"articles\"", "\"unknown\": \"review\", \"articles\"",
       "pipl/x.json:1:1: \"unknown\" and \"open\" go together: the question and its words"},
      {"an answer to unknown that is none", "\"articles\"", "\"unknown\": \"fail\", \"articles\"",
       "pipl/x.json:8:12: /unknown: expected \"review\""},
      {"a place that does not exist", "（{asked_by}）", "{asked_for}",
       "pipl/x.json:9:12: /message: zh and en fill different places"},
      {"an unknown place", "{kind_name}（{asked_by}）\", \"en\": \"{kind_name} ({asked_by})",
       "{who}\", \"en\": \"{who}",
       "pipl/x.json:9:12: /message: unknown place {who}; expected {kind}, {kind_name}, {asked_by}, "
       "{reason} or {fact:…}"},
      {"a place for an unknown fact",
       "{kind_name}（{asked_by}）\", \"en\": \"{kind_name} ({asked_by})",
       "{fact:{kind}.askd}\", \"en\": \"{fact:{kind}.askd}",
       "pipl/x.json:9:12: /message: there is no fact \"{kind}.askd\""},
      {"a place where none is filled", "\"why\": {\"zh\": \"一\"",
       "\"why\": {\"zh\": \"{asked_by}\"",
       "pipl/x.json:10:8: /why: unknown place {asked_by}; expected {kind_name}"},
      {"advice for a third", "\"lender\"", "\"lander\"",
       "pipl/x.json:11:52: /advice/lander: unknown key; did you mean \"lender\"?"},
      {"evidence that does not exist", "\"articles\"",
       "\"evidence\": [\"{kind}.asked_bye\"], \"articles\"",
       "pipl/x.json:8:14: /evidence/0: there is no fact \"{kind}.asked_bye\"; did you mean "
       "\"{kind}.asked_by\"?"},
      {"covers a rule that does not exist", "\"articles\"",
       "\"covers\": [\"asked-not-diclosed\"], \"articles\"",
       "pipl/x.json:8:12: /covers/0: there is no rule \"asked-not-diclosed\"; did you mean "
       "\"asked-not-disclosed\"?"},
      {"no near miss",
       "{\"name\": {\"zh\": \"三\", \"en\": \"c\"}, \"facts\": {\"category\": \"other\"}},\n", "",
       "pipl/x.json:15:10: /examples/clean: expected at least 2 examples, found 1"},
      {"an example's unknown fact", "\"sms.asked\": \"yes\"", "\"sms.askt\": \"yes\"",
       "pipl/x.json:14:78: /examples/match/1/facts/sms.askt: there is no fact \"sms.askt\"; did "
       "you mean \"sms.asked\"?"},
      {"an example's wrong value", "\"sms.asked\": \"yes\"", "\"sms.asked\": \"maybe\"",
       "pipl/x.json:14:79: /examples/match/1/facts/sms.asked: expected \"yes\", \"no\" or "
       "\"unknown\""},
      {"an example's other kind", "\"kind\": \"sms\"", "\"kind\": \"call_log\"",
       "pipl/x.json:14:95: /examples/match/1/kind: \"call_log\" is not in \"for\""},
      {"an example without a question", "\"kind\": \"sms\"", "\"open\": true",
       "pipl/x.json:14:95: /examples/match/1/open: the rule asks nothing when it is unknown"},
      {"two examples of one name", "\"en\": \"b\"", "\"en\": \"a\"",
       "pipl/x.json:14:10: /examples/match/1/name: another example has this name"},
  };
  for (const Row& row : rows) {
    const std::string row_name = row.name;
    CAPTURE(row_name);
    CHECK(error_of(spoilt(row.from, row.to)) == row.error);
  }
}

TEST_CASE("a rule without examples does not load") {
  const std::size_t at = kGood.find(",\n\"examples\"");
  CHECK(error_of(kGood.substr(0, at) + "\n}") == "pipl/x.json:1:1: \"examples\" is missing");
}

TEST_CASE("every member of a rule is needed") {
  for (const char* key :
       {"id", "title", "severity", "basis", "when", "articles", "message", "why", "advice"}) {
    const std::string member = key;
    CAPTURE(member);
    const std::size_t at = kGood.find('"' + member + '"');
    const std::size_t end = kGood.find('\n', at);
    std::string text = kGood;
    text.erase(at, end + 1 - at);
    CHECK(error_of(text) == "pipl/x.json:1:1: \"" + member + "\" is missing");
  }
}

TEST_CASE("two rules of one id") {
  const support::RuleFolder folder;
  std::string text = kGood;
  folder.add("pipl/x.json", text);
  folder.add("google-play/x.json", text);
  RuleFiles files;
  files.overlay(folder.path());
  const std::string expected = folder.path() + "/pipl/x.json:2:7: /id: rule \"x\" stands in " +
                               folder.path() + "/google-play/x.json too";
  CHECK_THROWS_WITH_AS(load_rules(files), expected.c_str(), UsageError);
}

TEST_CASE("rules of a user replace and add") {
  const support::RuleFolder folder("pipl/x.json", kGood);
  folder.add("house/y.json", spoilt("\"id\": \"x\"", "\"id\": \"y\""));
  folder.add("packs/house.json",
             R"({"id":"house","name":{"zh":"自有","en":"own"},"about":{"zh":"一","en":"x"},)"
             R"("default":false})");
  RuleFiles files;
  const std::size_t before = load_rules(files).size();
  files.overlay(folder.path());
  CHECK(load_rules(files).size() == before + 1);
  CHECK(load_rules(files, {{"house"}, {}, {}}).size() == before + 2);
  CHECK(load_rules(files, {{}, {"house"}, {}}).size() == 1);
}

TEST_CASE("rules are chosen by id or pack, and an id that is none is named") {
  const RuleFiles files;
  const std::size_t all = load_rules(files).size();
  CHECK(load_rules(files, {{}, {"asked-beyond-necessary"}, {}}).size() == 1);
  CHECK(load_rules(files, {{}, {"pipl"}, {}}).size() == all);
  CHECK(load_rules(files, {{}, {}, {"asked-beyond-necessary"}}).size() == all - 1);
  CHECK(load_rules(files, {{}, {}, {"pipl"}}).empty());
  CHECK(load_rules(files, {{}, {"google-play"}, {}}).size() == 7);
  CHECK(load_rules(files, {{"google-play"}, {}, {}}).size() == all + 7);
  struct Row {
    Selection selection;
    const char* error;
  };
  const Row rows[] = {
      {{{}, {"asked-beyond-necesary"}, {}},
       "--only: there is no rule or pack \"asked-beyond-necesary\"; did you mean "
       "\"asked-beyond-necessary\"?"},
      {{{}, {}, {"pipll"}}, "--skip: there is no rule or pack \"pipll\"; did you mean \"pipl\"?"},
      {{{"google-pley"}, {}, {}},
       "--pack: there is no pack \"google-pley\"; did you mean \"google-play\"?"},
      {{{}, {"zzzzzzzzzzzz"}, {}}, "--only: there is no rule or pack \"zzzzzzzzzzzz\""},
  };
  for (const Row& row : rows) {
    const std::string error = row.error;
    CAPTURE(error);
    CHECK_THROWS_WITH_AS(load_rules(files, row.selection), row.error, UsageError);
  }
}

TEST_CASE("a pack's file is strict") {
  const support::RuleFolder folder("packs/sdk.json", R"({"id":"sdk"})");
  RuleFiles files;
  files.overlay(folder.path());
  const std::string expected =
      folder.path() + "/packs/sdk.json:1:7: /id: the folder \"sdk\" holds no rules";
  CHECK_THROWS_WITH_AS(load_packs(files), expected.c_str(), UsageError);
}

}  // namespace
}  // namespace loanlint::catalog
