// SPDX-License-Identifier: Apache-2.0
#include "report/diff.h"

#include <doctest/doctest.h>

#include <sstream>

#include "catalog/node.h"
#include "report/complaint.h"
#include "report/complaint_norms.h"
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

TEST_CASE("who reads the data is told in words") {
  const TestWords words;
  findings::ScanResult before = sample_result();
  before.facts.set("contacts.used_by", {std::vector<std::string>{"umeng"}, {}, {}});
  findings::ScanResult after = before;
  after.facts.set("contacts.used_by", {std::vector<std::string>{"app", "other"}, {}, {}});
  const Diff diff = report::diff(before, after, words);
  const auto told = [&](catalog::Language language) {
    std::ostringstream out;
    write_diff_text(out, diff, before, after, Voice(words, language), false);
    return out.str();
  };
  const std::string zh = told(catalog::Language::zh);
  CHECK(zh.find("新增读取方：应用自身代码\n") != std::string::npos);
  CHECK(zh.find("新增读取方：未识别的组件\n") != std::string::npos);
  CHECK(zh.find("不再由其读取：umeng\n") != std::string::npos);
  CHECK(told(catalog::Language::en).find("now also read by the app's own code\n") !=
        std::string::npos);
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
    CHECK(letter.find("1. 检测报告，网页版（report.html）") != std::string::npos);
    CHECK(letter.find("《个人信息保护法》第六十五条") != std::string::npos);
    CHECK(letter.find("⟦") == std::string::npos);
    CHECK(letter.find('\x1b') == std::string::npos);
  }
  std::ostringstream out;
  write_complaint(out, sample_result(), Voice(words, catalog::Language::zh), {});
  CHECK(out.str().find("（1）通讯录被用于催收") != std::string::npos);
  CHECK(out.str().find("\\x0a") == std::string::npos);  // the form's own lines are lines
  CHECK(out.str().find("（2）") == std::string::npos);  // open questions and good signs stay out
}

TEST_CASE(
    "the letter of complaint: the files of one folder are one attachment, one's own come last") {
  const TestWords words;
  std::ostringstream out;
  write_complaint(out, sample_result(), Voice(words, catalog::Language::zh),
                  {"about.json", "documents/01.txt", "documents/index.tsv", "else.bin"});
  const std::string letter = out.str();
  CHECK(letter.find("  2. 报告所引用的政策文本（documents/）\n  3. else.bin\n  4. 本人另附") !=
        std::string::npos);
}

TEST_CASE("the norms of a letter: by law, numbers by their value, none twice") {
  struct TwoLaws : TestWords {
    Citation article(std::string_view id) const override {
      Citation out = TestWords::article(id);
      out.cite = {std::string(id), std::string(id)};
      if (id.starts_with("standard")) {
        out.official = {"某标准", "a standard"};
        out.force = "recommended-standard";
        out.rank = 5;
      }
      return out;
    }
  };
  const TwoLaws words;
  std::ostringstream out;
  write_norms(out, {"standard-1", "pipl-13-1-2", "pipl-6", "standard-2", "pipl-13", "pipl-6"},
              Voice(words, catalog::Language::zh));
  const std::string page = out.str();
  std::size_t last = 0;
  for (const char* part :
       {"《中华人民共和国个人信息保护法》（法律）\n", "    pipl-6：", "    pipl-13：",
        "    pipl-13-1-2：", "某标准（推荐性标准）\n", "    standard-1：", "    standard-2："}) {
    CAPTURE(std::string(part));
    const std::size_t at = page.find(part);
    REQUIRE(at != std::string::npos);
    CHECK(at >= last);
    CHECK(page.find(part, at + 1) == std::string::npos);
    last = at;
  }
}

}  // namespace
}  // namespace loanlint::report
