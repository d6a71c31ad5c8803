// SPDX-License-Identifier: Apache-2.0
#include "report/text.h"

#include <doctest/doctest.h>

#include <sstream>

#include "report/sample.h"
#include "report/test_words.h"
#include "report/width.h"

namespace loanlint::report {
namespace {

std::string text_of(const findings::ScanResult& result, catalog::Language language,
                    TextOptions options = {}) {
  const TestWords words;
  std::ostringstream out;
  write_text(out, result, Voice(words, language), options);
  return out.str();
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("every part of the result stands in the text report") {
  const std::string zh = text_of(sample_result(), catalog::Language::zh);
  for (const std::string part : {"急用钱 · com.example.jyq · 3.2.1 (321)",
                                 "贷款类应用 · 目标 SDK 28",
                                 "结论：存在重大疑点",
                                 "通讯录",
                                 "READ_CONTACTS",
                                 "可能经网络传出",
                                 "用于催收",
                                 "声称不收集",
                                 "[严重] 通讯录被用于催收",
                                 "《个人信息保护法》第十三条（",
                                 "assets/policy.html:12",
                                 "如您逾期",
                                 "[待核实]",
                                 "Lcom/example/jyq/Main;->onCreate",
                                 "使用系统验证码接口",
                                 "classes2.dex",
                                 "达到上限：code_bytes",
                                 "隐藏的权限",
                                 "虚设的权限",
                                 "12378",
                                 "删去该用途"}) {
    CAPTURE(part);
    CHECK(has(zh, part));
  }
  const std::string en = text_of(sample_result(), catalog::Language::en);
  for (const std::string part : {"Quick Cash", "Verdict: serious concerns", "may send it out",
                                 "[critical] The address book", "PIPL Art. 13 ("}) {
    CAPTURE(part);
    CHECK(has(en, part));
  }
}

TEST_CASE("lines keep to the terminal, whatever the language") {
  for (const auto language : {catalog::Language::zh, catalog::Language::en}) {
    for (const std::size_t width : {60U, 80U, 120U}) {
      std::istringstream lines(text_of(sample_result(), language, {width, false}));
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(columns(line) <= width);
        CHECK((line.empty() || line.back() != ' '));
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
    const std::string plain = text_of(sample_result(), language);
    CHECK(!has(plain, "⟦report"));
    CHECK(!has(plain, "⟦triangle"));
    CHECK(!has(plain, "⟦plain"));
    CHECK(!has(plain, "\x1b"));
    CHECK(has(text_of(sample_result(), language, {80, true}), "\x1b[1;31m"));
    const std::string hostile = text_of(hostile_result(), language);
    CHECK(!has(hostile, "\x1b"));
    CHECK(!has(hostile, "\xe2\x80\xae"));
    CHECK(has(hostile, "\\x1b[31m\\u202e\\xff\\x0a"));
  }
}

}  // namespace
}  // namespace loanlint::report
