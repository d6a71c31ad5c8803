// SPDX-License-Identifier: Apache-2.0
#include "catalog/members.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/error.h"

namespace loanlint::catalog {
namespace {

TEST_CASE("members of an object, unparsed") {
  const auto members = raw_members(
      "\n{ \"text\" : \"a \\\"b\\\" {[,\",\"list\":[1,{\"x\":[]}],\"object\": {\"y\": \"}\"} ,"
      "\"number\":12 , \"word\":true}");
  CHECK(members.size() == 5);
  CHECK(members.at("text") == R"("a \"b\" {[,")");
  CHECK(members.at("list") == R"([1,{"x":[]}])");
  CHECK(members.at("object") == R"({"y": "}"})");
  CHECK(members.at("number") == "12 ");
  CHECK(members.at("word") == "true");
  CHECK(raw_members("{}").empty());
  CHECK(raw_members("").empty());
}

TEST_CASE("both readings agree on every built-in file") {
  const RuleFiles files;
  std::size_t seen = 0;
  for (const RuleFile& file : files.all()) {
    const std::string path = file.path;
    CAPTURE(path);
    Node::parse(file.text, file.shown);  // no key twice: what parse_proved() need not look for
    const nlohmann::json whole = nlohmann::json::parse(file.text);
    const auto raw = raw_members(file.text);
    REQUIRE(raw.size() == whole.size());
    for (const auto& [key, value] : whole.items()) {
      ++seen;
      const auto found = raw.find(key);
      REQUIRE(found != raw.end());
      CHECK(nlohmann::json::parse(found->second) == value);
    }
  }
  CHECK(seen > 500);
}

TEST_CASE("broken text never reads outside its bytes") {
  const std::string text = R"({"a": "x\"y", "b": [1, {"c": 2}], "d": {"e": "}"}, "f": 12})";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::string piece(text.data(), length);
    CHECK(raw_members(piece).size() <= 4);
  }
}

TEST_CASE("a missing member is named") {
  const RuleFile file{"pipl/x.json", "rules/pipl/x.json", R"({"id": "x"})", "", true};
  const Members lazy(file, Reading::lazy);
  CHECK(lazy.at("id").text() == "x");
  CHECK(!lazy.find("no"));
  CHECK_THROWS_WITH_AS(lazy.at("no"), "rules/pipl/x.json: \"no\" is missing", UsageError);
  const Members whole(file, Reading::whole);
  CHECK_THROWS_WITH_AS(whole.at("no"), "rules/pipl/x.json:1:1: \"no\" is missing", UsageError);
  CHECK(reading_of(file) == Reading::lazy);
}

}  // namespace
}  // namespace loanlint::catalog
