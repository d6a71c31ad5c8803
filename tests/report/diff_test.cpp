// SPDX-License-Identifier: Apache-2.0
#include "report/diff.h"

#include <doctest/doctest.h>

#include <sstream>

#include "catalog/node.h"
#include "report/complaint.h"
#include "report/sample.h"
#include "report/test_words.h"

namespace loanlint::report {
namespace {

/// The sample before it began to ask for contacts.
findings::ScanResult earlier() {
  findings::ScanResult result = sample_result();
  result.identity.version_name = "3.1";
  result.identity.target_sdk = 33;
  result.facts.set("contacts.asked", {findings::Tri::no, {}, {}});
  result.facts.set("contacts.sent", {findings::Tri::no, {}, {}});
  result.facts.set("code.sdks", {std::vector<std::string>{"old-sdk"}, {}, {}});
  result.requested.pop_back();
  result.findings.erase(result.findings.begin());
  result.verdict = findings::verdict(result);
  return result;
}

std::vector<std::string> lines_of(const Diff& diff) {
  std::vector<std::string> out;
  for (const Change& one : diff.changes) {
    out.push_back(one.what + " " + one.kind + " " + one.before + ">" + one.after);
  }
  return out;
}

TEST_CASE("what a release adds") {
  const TestWords words;
  const Diff diff = report::diff(earlier(), sample_result(), words);
  CHECK(lines_of(diff) == std::vector<std::string>{"asks contacts no>yes", "sent contacts >yes",
                                                   "permission  >android.permission.READ_CONTACTS",
                                                   "sdk  old-sdk>", "target_sdk  33>28",
                                                   "verdict  incomplete>fail"});
  REQUIRE(diff.added.size() == 1);
  CHECK(diff.added[0].rule == "contacts-for-collection");
  CHECK(adds(diff, findings::Severity::critical));

  const Diff back = report::diff(sample_result(), earlier(), words);
  CHECK(!adds(back, findings::Severity::info));
  CHECK(back.resolved.size() == 1);
}

TEST_CASE("the same release differs in nothing") {
  const TestWords words;
  const Diff diff = report::diff(sample_result(), sample_result(), words);
  CHECK(diff.changes.empty());
  CHECK(diff.added.empty());
  std::ostringstream out;
  write_diff_text(out, diff, sample_result(), sample_result(), Voice(words, catalog::Language::zh),
                  false);
  CHECK(out.str().find("没有差别") != std::string::npos);
}

TEST_CASE("every format of a difference, in both languages") {
  const TestWords words;
  const Diff diff = report::diff(earlier(), hostile_result(), words);
  for (const auto language : {catalog::Language::zh, catalog::Language::en}) {
    const Voice voice(words, language);
    std::ostringstream text;
    write_diff_text(text, diff, earlier(), hostile_result(), voice, false);
    std::ostringstream markdown;
    write_diff_markdown(markdown, diff, earlier(), hostile_result(), voice);
    for (const std::string& page : {text.str(), markdown.str()}) {
      CHECK(page.find("⟦") == std::string::npos);
      CHECK(page.find('\x1b') == std::string::npos);
    }
  }
  std::ostringstream json;
  write_diff_json(json, diff, earlier(), hostile_result(), words);
  const auto root = catalog::Node::parse(json.str(), "diff");
  CHECK(root.at("changes").items().size() == diff.changes.size());
  CHECK(root.at("added").items().size() == 1);
}

TEST_CASE("the letter of complaint: findings and norms filled in, the person left blank") {
  const TestWords words;
  for (const auto& result : {sample_result(), hostile_result(), findings::ScanResult{}}) {
    std::ostringstream out;
    write_complaint(out, result, Voice(words, catalog::Language::zh), {"report.html"});
    const std::string letter = out.str();
    CHECK(letter.find("投诉人：____") != std::string::npos);
    CHECK(letter.find("国家金融监督管理总局") != std::string::npos);
    CHECK(letter.find("1. report.html") != std::string::npos);
    CHECK(letter.find("⟦") == std::string::npos);
    CHECK(letter.find('\x1b') == std::string::npos);
  }
  std::ostringstream out;
  write_complaint(out, sample_result(), Voice(words, catalog::Language::zh), {});
  CHECK(out.str().find("（1）通讯录被用于催收") != std::string::npos);
  CHECK(out.str().find("\\x0a") == std::string::npos);  // the form's own lines are lines
  CHECK(out.str().find("（2）") == std::string::npos);  // open questions and good signs stay out
}

}  // namespace
}  // namespace loanlint::report
