// SPDX-License-Identifier: Apache-2.0
#include "report/text.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "report/sample.h"
#include "report/test_words.h"
#include "report/width.h"
#include "support/text.h"

namespace loanlint::report {
namespace {

constexpr TextOptions kFull{80, false, true};

std::string text_of(const findings::ScanResult& result, catalog::Language language,
                    TextOptions options = {}) {
  const TestWords words;
  std::ostringstream out;
  write_text(out, result, Voice(words, language), options);
  return out.str();
}

TEST_CASE("every part of the result stands in the text report") {
  const std::string zh = text_of(sample_result(), catalog::Language::zh);
  for (const std::string part : {"急用钱 · com.example.jyq · 3.2.1 (321)",
                                 "网络借贷类应用 · 目标 SDK 28",
                                 "签名证书指纹 5f16f4c7",
                                 "结论：存在重大疑点",
                                 "这款借贷应用申请取得您的通讯录和短信",
                                 "READ_CONTACTS",
                                 "可能经网络传出",
                                 "用于催收",
                                 "声称不收集",
                                 "[严重·不符] 通讯录被用于催收",
                                 "《个人信息保护法》第十三条",
                                 "assets/policy.html:12 “如您逾期",
                                 "[待核实]",
                                 "使用系统验证码接口",
                                 "classes2.dex",
                                 "达到上限：code_bytes",
                                 "隐藏的权限",
                                 "虚设的权限",
                                 "12378",
                                 "不要授予通讯录权限。",
                                 "加 -v"}) {
    CAPTURE(part);
    CHECK(has(zh, part));
  }
  const std::string en = text_of(sample_result(), catalog::Language::en);
  for (const std::string part :
       {"Quick Cash", "Verdict: serious concerns", "may send it out",
        "[critical, not conforming] The address book", "PIPL Art. 13", "This loan app asks for"}) {
    CAPTURE(part);
    CHECK(has(en, part));
  }
}

TEST_CASE("the full report has what the short one leaves out") {
  const std::string brief = text_of(sample_result(), catalog::Language::zh);
  const std::string full = text_of(sample_result(), catalog::Language::zh, kFull);
  for (const std::string part :
       {"com.example.jyq.Main.onCreate() +0x4", "→ com.example.jyq.Upload.run() +0x14\n",
        "→ 返回 com.example.jyq.Upload.run() +0x14\n", "处理须有合法性基础",
        "您的联系人没有同意过任何事。", "删去该用途。", "contacts-for-collection",
        "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"}) {
    CAPTURE(part);
    CHECK(has(full, part));
    CHECK(!has(brief, part));
  }
  CHECK(!has(full, "加 -v"));
}

TEST_CASE("a finding over several data kinds takes no more room than one") {
  findings::ScanResult result = sample_result();
  const auto lines = [](const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
  };
  const auto before = lines(text_of(result, catalog::Language::en));
  findings::Finding finding = result.findings.front();
  finding.title = {"通讯录：一项发现", "contacts: a finding"};
  finding.rule = "all-kinds";
  result.findings.push_back(finding);
  using Row = std::array<const char*, 3>;
  for (const auto& [kind, zh, en] :
       {Row{"sms", "短信", "SMS"}, Row{"call_log", "通话记录", "call log"}}) {
    finding.kind = kind;
    finding.title = {std::string(zh) + "：一项发现", std::string(en) + ": a finding"};
    result.findings.push_back(finding);
  }
  const std::string text = text_of(result, catalog::Language::en);
  CHECK(has(text, "+ same place: contacts, SMS and call log: a finding"));
  CHECK(lines(text) <= before + 2);
}

TEST_CASE("what is clean only by acceptance is not called clean") {
  findings::ScanResult result = sample_result();
  result.gaps.clear();
  for (findings::Finding& finding : result.findings) {
    finding.accepted = true;
    finding.accepted_reason = "agreed";
  }
  result.verdict = findings::verdict(result);
  REQUIRE(result.verdict == findings::Verdict::pass);
  const std::string zh = text_of(result, catalog::Language::zh);
  CHECK(has(zh, "结论：无新增疑点，已登记接受的 3 项仍在"));
  CHECK(!has(zh, "未见疑点"));
  const std::string en = text_of(result, catalog::Language::en);
  CHECK(has(en, "accepted findings remain (3)"));
  CHECK(!has(en, "Nothing was found"));
}

TEST_CASE("what goes no further than the system log does not leave the phone") {
  struct Row {
    std::string sink;
    std::string cell;
    bool leaves;
  };
  const Row rows[] = {
      {"network", "可能经网络传出", true}, {"cloud", "可能上传至云存储", true},
      {"web_view", "可能传入网页", true},  {"sms", "可能经短信传出", true},
      {"log", "可能写入系统日志", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.sink);
    findings::ScanResult result = sample_result();
    result.facts.set("contacts.sent_to", {row.sink, {}, {}});
    const std::string text = text_of(result, catalog::Language::zh);
    CHECK(has(text, row.cell));
    CHECK(has(text, "外传") == row.leaves);
  }
}

TEST_CASE("lines keep to the terminal, whatever the language") {
  for (const auto language : {catalog::Language::zh, catalog::Language::en}) {
    for (const std::size_t width : {60U, 80U, 120U}) {
      for (const bool verbose : {false, true}) {
        std::istringstream lines(text_of(sample_result(), language, {width, false, verbose}));
        for (std::string line; std::getline(lines, line);) {
          CAPTURE(line);
          CHECK(columns(line) <= width);
          CHECK((line.empty() || line.back() != ' '));
        }
      }
    }
  }
}

TEST_CASE("the table's columns stand under their heads") {
  std::istringstream lines(text_of(sample_result(), catalog::Language::zh));
  std::size_t head = 0;
  bool row = false;
  for (std::string line; std::getline(lines, line);) {
    if (const auto at = line.find("短信");
        line.starts_with("    ") && at != std::string::npos && has(line, "通话记录") && head == 0) {
      head = columns(line.substr(0, at));
    }
    if (const auto at = line.find("READ_SMS"); at != std::string::npos && !row && head != 0) {
      CHECK(columns(line.substr(0, at)) == head);
      row = true;
    }
  }
  CHECK(row);
}

TEST_CASE("no key without words, no colour unless asked for, nothing that acts on a terminal") {
  for (const auto language : {catalog::Language::zh, catalog::Language::en}) {
    for (const bool verbose : {false, true}) {
      const std::string plain = text_of(sample_result(), language, {80, false, verbose});
      CHECK(!has(plain, "⟦"));
      CHECK(!has(plain, "\x1b"));
      CHECK(has(text_of(sample_result(), language, {80, true, verbose}), "\x1b[1;31m"));
      const std::string hostile = text_of(hostile_result(), language, {80, false, verbose});
      CHECK(!has(hostile, "\x1b"));
      CHECK(!has(hostile, "\xe2\x80\xae"));
      CHECK(has(hostile, "\\x1b[31m\\u202e\\xff\\x0a"));
    }
  }
}

}  // namespace
}  // namespace loanlint::report
