// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "base/error.h"
#include "catalog/node.h"
#include "report/csv.h"
#include "report/sample.h"
#include "report/test_words.h"
#include "report/writer.h"
#include "support/text.h"

namespace loanlint::report {
namespace {

using catalog::Node;

std::string written(Format format, const std::vector<findings::ScanResult>& results,
                    WriterOptions options = {}) {
  const TestWords words;
  std::ostringstream out;
  const auto writer = make_writer(format, out, words, options);
  for (const findings::ScanResult& result : results) writer->add(result);
  writer->finish();
  return out.str();
}

/// `text` without its code spans, whose fences are two backticks here.
std::string without_code(std::string text) {
  for (std::size_t at = 0; (at = text.find("``", at)) != std::string::npos;) {
    const std::size_t end = text.find("``", at + 2);
    if (end == std::string::npos) break;
    text.erase(at, end + 2 - at);
  }
  return text;
}

TEST_CASE("JUnit: what fails, what is skipped, what could not be read") {
  pugi::xml_document document;
  REQUIRE(document.load_string(written(Format::junit, {sample_result()}).c_str()));
  const pugi::xml_node suite = document.child("testsuites").child("testsuite");
  CHECK(std::string(suite.attribute("tests").value()) == "4");
  CHECK(std::string(suite.attribute("failures").value()) == "1");
  CHECK(std::string(suite.attribute("skipped").value()) == "1");
  CHECK(std::string(suite.attribute("file").value()) == suite.attribute("name").value());
  for (const pugi::xml_node test : suite.children("testcase")) {
    std::string names;
    for (const pugi::xml_attribute attribute : test.attributes()) {
      names += attribute.name() + std::string(" ");
    }
    CHECK(names == "classname name ");
  }
  CHECK(std::string(suite.attribute("errors").value()) == "1");
  const pugi::xml_node failure =
      suite.find_child_by_attribute("classname", "pipl.contacts-for-collection").child("failure");
  CHECK(has(failure.attribute("message").value(), "[critical] The policy says"));
  CHECK(has(failure.child_value(), "assets/policy.html:12"));

  WriterOptions never;
  never.fail_on = std::nullopt;
  CHECK(has(written(Format::junit, {sample_result()}, never), "failures=\"0\""));
  CHECK(has(written(Format::junit, {findings::ScanResult{}}), "tests=\"1\""));
  CHECK(document.load_string(written(Format::junit, {hostile_result()}).c_str()));
}

TEST_CASE("CSV: cells that are no formulas, rows that stay rows") {
  struct Row {
    std::string text;
    std::string cell;
  };
  const Row rows[] = {{"plain", "plain"},
                      {"a,b", "\"a,b\""},
                      {"say \"x\"", "\"say \"\"x\"\"\""},
                      {"=1+1", "\"'=1+1\""},
                      {"@SUM", "\"'@SUM\""},
                      {"-1", "\"'-1\""},
                      {"", ""},
                      {"通讯录", "通讯录"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::ostringstream out;
    write_csv_row(out, std::vector<std::string>{row.text, "next"});
    CHECK(out.str() == row.cell + ",next\r\n");
  }
  const std::string csv = written(Format::csv, {sample_result(), findings::ScanResult{}});
  CHECK(csv.starts_with("\xEF\xBB\xBFpath,sha256,"));
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + 4 + 1);
  const std::string hostile = written(Format::csv, {hostile_result()});
  CHECK(has(hostile, "\r\n\"'=1+1"));
  CHECK(std::count(hostile.begin(), hostile.end(), '\n') == 1 + 4);
}

TEST_CASE("GitLab: one entry per concern, the time that was given") {
  WriterOptions options;
  options.time = 1'700'000'000;
  const Node report =
      Node::parse(written(Format::gitlab, {sample_result(), hostile_result()}, options), "gitlab");
  CHECK(report.at("scan").at("start_time").text() == "2023-11-14T22:13:20");
  const auto found = report.at("vulnerabilities").items();
  REQUIRE(found.size() == 4);
  CHECK(found[0].at("severity").text() == "Critical");
  CHECK(found[1].at("severity").text() == "Unknown");
  CHECK(found[0].at("id").text() != found[2].at("id").text());
  CHECK(report.at("scan").at("messages").items().size() == 2);
}

TEST_CASE("Markdown: the table, folded findings, nothing that a package could format") {
  const std::string text = written(Format::markdown, {sample_result()});
  CHECK(has(text, "## Quick Cash: serious concerns"));
  CHECK(has(text, "| **asks for it?** | yes<br>READ\\_CONTACTS | yes<br>READ\\_SMS | no |"));
  CHECK(has(text, "<details><summary><b>critical</b>"));
  const std::string hostile = written(Format::markdown, {hostile_result()});
  // In code spans the characters stand for themselves; elsewhere they are escaped.
  CHECK(!has(without_code(hostile), "<b>\"'"));
  CHECK(!has(without_code(hostile), "</script"));
}

TEST_CASE("several results: JSON is one document, HTML refuses") {
  WriterOptions many;
  many.many = true;
  for (const std::size_t count : {0U, 1U, 3U}) {
    const std::vector<findings::ScanResult> results(count, sample_result());
    const Node json = Node::parse(written(Format::json, results, many), "json");
    CHECK(json.at("results").items().size() == count);
  }
  CHECK_THROWS_AS(written(Format::html, {sample_result(), sample_result()}), UsageError);
  CHECK(has(written(Format::text, {sample_result(), sample_result()}, many),
            "2 in all: serious concerns 2, needs"));
}

}  // namespace
}  // namespace loanlint::report
