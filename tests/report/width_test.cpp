// SPDX-License-Identifier: Apache-2.0
#include "report/width.h"

#include <doctest/doctest.h>

namespace loanlint::report {
namespace {

TEST_CASE("columns: what a terminal gives to each character") {
  struct Row {
    std::string name;
    std::string text;
    std::size_t columns;
  };
  const Row rows[] = {
      {"nothing", "", 0},
      {"ASCII", "abc", 3},
      {"Chinese", "通讯录", 6},
      {"full-width punctuation", "（一）", 6},
      {"mixed", "SDK 28，旧", 10},
      {"combining accent", "e\u0301", 1},
      {"Hangul", "한글", 4},
      {"emoji", "😀", 2},
      {"beyond the BMP", "𠮷", 2},
      {"narrow neighbours of wide ranges", "⌙〿", 2},
      {"Latin with accents", "Häuser", 6},
      {"not UTF-8", "\xff\xfe", 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(columns(row.text) == row.columns);
  }
}

TEST_CASE("pad and fit count columns, not bytes") {
  CHECK(pad("短信", 6) == "短信  ");
  CHECK(pad("短信", 3) == "短信");
  CHECK(fit("短信", 4) == "短信");
  CHECK(fit("通话记录", 6) == "通话…");
  CHECK(fit("通话记录", 7) == "通话记…");
  CHECK(fit("abc", 0).empty());
}

TEST_CASE("wrap: lines as a reader of either language expects them") {
  struct Row {
    std::string name;
    std::string text;
    std::size_t width;
    std::vector<std::string> lines;
  };
  const Row rows[] = {
      {"empty", "", 10, {""}},
      {"fits", "one two", 10, {"one two"}},
      {"at a space", "one two three", 8, {"one two", "three"}},
      {"between Chinese characters", "读取通讯录", 6, {"读取通", "讯录"}},
      {"no closing mark at the start", "读取通讯，录", 8, {"读取通", "讯，录"}},
      {"no opening mark at the end", "读取通（讯录）", 8, {"读取通", "（讯录）"}},
      {"words stay whole beside Chinese", "申请 READ_SMS 权限", 8, {"申请", "READ_SMS", "权限"}},
      {"a word wider than the line", "abcdefgh", 3, {"abc", "def", "gh"}},
      {"line feeds stay", "a\nb", 10, {"a", "b"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(wrap(row.text, row.width) == row.lines);
    for (const std::string& line : wrap(row.text, row.width)) CHECK(columns(line) <= row.width);
  }
}

}  // namespace
}  // namespace loanlint::report
