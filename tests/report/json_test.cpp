// SPDX-License-Identifier: Apache-2.0
#include "report/json.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "base/unicode.h"
#include "report/read_json.h"
#include "report/sample.h"
#include "report/test_words.h"

namespace loanlint::report {
namespace {

TEST_CASE("a report read back says the same") {
  const TestWords words;
  for (const findings::ScanResult& result : {sample_result(), findings::ScanResult{}}) {
    const std::string json = to_json(result, words);
    CHECK(to_json(read_json(json, "report.json"), words) == json);
    CHECK(to_json(read_json(to_json(result, words, -1), "line"), words) == json);
  }
}

TEST_CASE("JSON stays JSON whatever the package holds") {
  const TestWords words;
  const std::string json = to_json(hostile_result(), words);
  CHECK(is_utf8(json));
  const findings::ScanResult back = read_json(json, "hostile.json");
  CHECK(back.identity.package == "=1+1</script><b>\"'&\x1b[31m\xe2\x80\xae\xef\xbf\xbd\n|`]]>");
  CHECK(to_json(hostile_result(), words, -1).find('\n') == std::string::npos);
}

TEST_CASE("facts by themselves") {
  const TestWords words;
  findings::Facts facts;
  facts.set("sms.asked", {findings::Tri::no, {}, {}});
  std::ostringstream out;
  write_facts_json(out, facts, words);
  CHECK(out.str() == R"({
  "facts": {
    "sms.asked": {
      "value": "no",
      "reason": null,
      "evidence": []
    }
  }
}
)");
}

TEST_CASE("what is not a report is refused with its place") {
  struct Row {
    std::string name;
    std::string text;
    std::string error;
  };
  const Row rows[] = {
      {"no object", "[]", "r.json:1:1: expected an object, found array"},
      {"another version", R"({"schema_version": "2.0"})",
       "r.json:1:20: /schema_version: reports of schema version 2.0 cannot be read; this is 1.0"},
      {"no package", R"({"schema_version": "1.3"})", "r.json:1:1: \"package\" is missing"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK_THROWS_WITH_AS(read_json(row.text, "r.json"), row.error.c_str(), UsageError);
  }
}

}  // namespace
}  // namespace loanlint::report
