// SPDX-License-Identifier: Apache-2.0
#include "catalog/node.h"

#include <doctest/doctest.h>

#include <functional>

#include "base/error.h"

namespace loanlint::catalog {
namespace {

TEST_CASE("a strict reader says file, place, what was expected and what was found") {
  struct Row {
    std::string name;
    std::string json;
    std::function<void(const Node&)> read;
    std::string error;
  };
  const Row rows[] = {
      {"not JSON", "{\n  \"id\": ,\n}", [](const Node&) {},
       "f.json:2:9: not JSON: syntax error while parsing value - unexpected ','; expected '[', "
       "'{', "
       "or a literal"},
      {"a key twice", R"({"id": 1, "id": 2})", [](const Node&) {},
       "f.json:1:11: /id: this key stands twice in one object"},
      {"a key twice, deep inside", "{\"a\": [0, [],\n {\"b/c\": 1, \"d\": {}, \"b/c\": 2}]}",
       [](const Node&) {}, "f.json:2:22: /a/2/b~1c: this key stands twice in one object"},
      {"missing", "{}", [](const Node& node) { node.at("id"); }, "f.json:1:1: \"id\" is missing"},
      {"wrong type", "{\n  \"a\": [ {\"id\": 7} ]\n}",
       [](const Node& node) { node.at("a").items()[0].at("id").text(); },
       "f.json:2:17: /a/0/id: expected a text, found 7"},
      {"empty text", R"({"id": ""})", [](const Node& node) { node.at("id").text(); },
       "f.json:1:8: /id: expected a text that is not empty"},
      {"unknown key", "{\n \"severty\": \"high\" }",
       [](const Node& node) {
         node.only({"id", "severity"});
       },
       "f.json:2:2: /severty: unknown key; did you mean \"severity\"?"},
      {"unknown key, nothing near", R"({"x": 1})",
       [](const Node& node) { node.only({"severity"}); }, "f.json:1:2: /x: unknown key"},
      {"translation missing", R"({"t": {"zh": "好"}})",
       [](const Node& node) { node.at("t").bilingual(); }, "f.json:1:7: /t: \"en\" is missing"},
      {"not an object", "[]", [](const Node& node) { node.at("x"); },
       "f.json:1:1: expected an object, found array"},
      {"a fraction", R"({"n": 1.5})", [](const Node& node) { node.at("n").integer(); },
       "f.json:1:7: /n: expected a whole number, found 1.5"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK_THROWS_WITH_AS(row.read(Node::parse(row.json, "f.json")), row.error.c_str(), UsageError);
  }
}

TEST_CASE("locate finds the start of any value") {
  const std::string text = R"({ "a": [1, {"b~/": "x,]"}, "s"], "c": {} , "d":-1.5e3})";
  CHECK(locate(text, "") == 0);
  CHECK(text.substr(locate(text, "/a")).starts_with("[1"));
  CHECK(text.substr(locate(text, "/a/1/b~0~1")).starts_with("\"x,]\""));
  CHECK(text.substr(locate(text, "/a/2")).starts_with("\"s\""));
  CHECK(text.substr(locate(text, "/c")).starts_with("{}"));
  CHECK(text.substr(locate(text, "/d")).starts_with("-1.5e3"));
  CHECK(locate(text, "/none") == text.size());
}

TEST_CASE("locate_key finds the key of a member, the second of two when asked") {
  const std::string text =
      R"({ "a": [1, {"b~/": "x,]"}], "c" : {}, "a": 2, "d": {"a": 3, "a": 4}})";
  CHECK(locate_key(text, "/c") == text.find("\"c\""));
  CHECK(locate_key(text, "/a/1/b~0~1") == text.find("\"b~/\""));
  CHECK(locate_key(text, "/a", 2) == text.find("\"a\": 2"));
  CHECK(locate_key(text, "/d/a", 2) == text.find("\"a\": 4"));
  CHECK(locate_key(text, "/a", 3) == text.size());
}

TEST_CASE("nearest corrects typing errors only") {
  CHECK(nearest("severty", {"id", "severity"}) == "severity");
  CHECK(!nearest("zzz", {"id", "severity"}));
}

}  // namespace
}  // namespace loanlint::catalog
