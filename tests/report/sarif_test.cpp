// SPDX-License-Identifier: Apache-2.0
#include "report/sarif.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "catalog/node.h"
#include "report/markdown_text.h"
#include "report/sample.h"
#include "report/test_words.h"
#include "report/text_region.h"
#include "report/uri.h"

namespace loanlint::report {
namespace {

using catalog::Node;

Node sarif_of(const std::vector<findings::ScanResult>& results) {
  const TestWords words;
  std::ostringstream out;
  const auto writer = make_sarif_writer(out, words, catalog::Language::en);
  for (const findings::ScanResult& result : results) writer->add(result);
  writer->finish();
  return Node::parse(out.str(), "sarif").at("runs").items().at(0);
}

TEST_CASE("SARIF: rules, results, regions and paths") {
  findings::ScanResult result = sample_result();
  result.documents[0].text = "第一行\n第二行有𠮷字。如您逾期\n";
  result.findings[0].evidence[0].where = findings::TextPlace{2, 32, 44};
  const Node run = sarif_of({result, result});
  const auto rules = run.at("tool").at("driver").at("rules").items();
  REQUIRE(rules.size() == 3);
  CHECK(rules[0].at("id").text() == "contacts-for-collection");
  CHECK(rules[0].at("properties").at("security-severity").text() == "9.5");
  CHECK(rules[0].at("defaultConfiguration").at("level").text() == "error");
  CHECK(rules[0].at("help").at("markdown").text().find("《个人信息保护法》") != std::string::npos);

  const auto results = run.at("results").items();
  REQUIRE(results.size() == 6);
  CHECK(results[0].at("ruleIndex").integer() == 0);
  CHECK(results[0].at("level").text() == "error");
  CHECK(results[0].at("partialFingerprints").at("loanlint/v1").text() ==
        results[3].at("partialFingerprints").at("loanlint/v1").text());
  const Node physical = results[0].at("locations").items()[0].at("physicalLocation");
  CHECK(physical.at("artifactLocation").at("uri").text() == "jiyongqian.apk/assets/policy.html");
  const Node region = physical.at("region");
  CHECK(region.at("startLine").integer() == 2);
  CHECK(region.at("startColumn").integer() == 9);  // 𠮷 counts twice
  CHECK(region.at("endLine").integer() == 2);
  CHECK(region.at("endColumn").integer() == 13);
  CHECK(region.at("snippet").at("text").text() == "如您逾期");
  const auto steps =
      results[0].at("codeFlows").items()[0].at("threadFlows").items()[0].at("locations").items();
  REQUIRE(steps.size() == 5);
  CHECK(!steps[1].has("kinds"));
  CHECK(steps[3].at("kinds").texts() == std::vector<std::string>{"return"});
  CHECK(steps[3].at("location").at("message").at("text").text() ==
        "returns to Lcom/example/jyq/Upload;->run()V +0x14");
  CHECK(results[2].at("kind").text() == "open");
  CHECK(results[2].at("level").text() == "none");
  CHECK(results[1].at("kind").text() == "pass");

  const auto artifacts = run.at("artifacts").items();
  CHECK(artifacts[0].at("location").at("uri").text() == "jiyongqian.apk");
  CHECK(artifacts[1].at("parentIndex").integer() == 0);
  CHECK(artifacts[1].at("contents").at("text").text() == result.documents[0].text);

  const Node invocation = run.at("invocations").items()[0];
  CHECK(!invocation.at("executionSuccessful").boolean());
  CHECK(invocation.at("toolExecutionNotifications").items().size() == 2);
}

TEST_CASE("SARIF: what the baseline accepts is suppressed, with the reason") {
  findings::ScanResult result = sample_result();
  result.findings[0].accepted = true;
  result.findings[0].accepted_reason = "由法务确认";
  const Node first = sarif_of({result}).at("results").items()[0];
  CHECK(first.at("suppressions").items()[0].at("justification").text() == "由法务确认");
}

TEST_CASE("SARIF holds hostile names and an empty result") {
  CHECK(sarif_of({hostile_result()}).at("results").items().size() == 3);
  const Node empty = sarif_of({findings::ScanResult{}});
  CHECK(empty.at("results").items().empty());
  CHECK(empty.at("invocations").items()[0].at("executionSuccessful").boolean());
}

TEST_CASE("SARIF: a rule speaks for all of its findings") {
  findings::ScanResult result = sample_result();
  findings::Finding other = result.findings[0];
  other.severity = findings::Severity::low;
  other.articles = {"pipl-99"};
  result.findings.insert(result.findings.begin(), other);
  const Node rule = sarif_of({result}).at("tool").at("driver").at("rules").items()[0];
  CHECK(rule.at("properties").at("security-severity").text() == "9.5");
  CHECK(rule.at("properties").at("tags").items().size() ==
        3 + 1 + sample_result().findings[0].articles.size());
}

TEST_CASE("regions of a text") {
  struct Row {
    std::string name;
    std::string text;
    std::size_t start;
    std::size_t end;
    std::string region;  // empty: there is none
  };
  const Row rows[] = {
      {"all of it", "ab", 0, 2, "1:1-1:3 ab"},
      {"on the second line", "a\n𠮷b\n", 6, 7, "2:3-2:4 b"},
      {"over a line's end", "ab\ncd", 1, 4, "1:2-2:2 b\nc"},
      {"the newline itself", "a\nb", 1, 2, "1:2-2:1 \n"},
      {"nothing, at the end", "a\n", 2, 2, "2:1-2:1 "},
      {"too long", "ab", 1, 3, ""},
      {"backwards", "ab", 2, 1, ""},
  };
  const auto shown = [](const std::optional<TextRegion>& region) {
    if (!region) return std::string();
    return std::to_string(region->start_line) + ":" + std::to_string(region->start_column) + "-" +
           std::to_string(region->end_line) + ":" + std::to_string(region->end_column) + " " +
           std::string(region->text);
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(shown(span_region(row.text, row.start, row.end)) == row.region);
  }
  CHECK(shown(line_region("<a>\n  <b/>\r\n</a>", 2)) == "2:3-2:7 <b/>");
  CHECK(shown(line_region("<a>\n\n", 2)) == "2:1-2:1 ");
  CHECK(shown(line_region("<a>\n", 2)).empty());
  CHECK(shown(line_region("<a>", 0)).empty());
  CHECK(shown(line_region("<a>", 4000000000)).empty());
}

TEST_CASE("a document that was given, and a file scanned by itself, have URIs of their own") {
  findings::ScanResult result;
  result.identity.path = "out/app.apk";
  result.identity.input = "apk";
  result.documents = {{"assets/policy.html", "policy", "zh", "UTF-8", 1},
                      {"legal/policy.html", "policy", "zh", "UTF-8", 1, "", true}};
  CHECK(uri_of(result, "assets/policy.html") == "out/app.apk/assets/policy.html");
  CHECK(uri_of(result, "legal/policy.html") == "legal/policy.html");
  CHECK(uri_of(result, "") == "out/app.apk");
  result.identity.path = "src/AndroidManifest.xml";
  result.identity.input = "manifest";
  CHECK(uri_of(result, "AndroidManifest.xml") == "src/AndroidManifest.xml");
  CHECK(uri_of(result, "legal/policy.html") == "legal/policy.html");
}

TEST_CASE("paths as URIs") {
  CHECK(uri_of("a b/急.apk") == "a%20b/%E6%80%A5.apk");
  CHECK(uri_of("./x.apk", "res/ä:?.xml") == "x.apk/res/%C3%A4%3A%3F.xml");
  CHECK(uri_of("/tmp/x.apk") == "file:///tmp/x.apk");
}

TEST_CASE("Markdown means what it says") {
  CHECK(markdown("a*b_c|<b>@me\nd") == "a\\*b\\_c\\|&lt;b&gt;&#64;me d");
  CHECK(markdown_code("plain") == "`plain`");
  CHECK(markdown_code("a``b") == "```a``b```");
  CHECK(markdown_code("`") == "`` ` ``");
}

}  // namespace
}  // namespace loanlint::report
