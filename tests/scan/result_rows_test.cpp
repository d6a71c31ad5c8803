// SPDX-License-Identifier: Apache-2.0
#include "scan/result_rows.h"

#include <doctest/doctest.h>

#include "base/error.h"

namespace loanlint::scan {
namespace {

/// The rows of a line as text: "f:1,'a b';g:2".
std::string shown(std::string line) {
  std::string out;
  RowReader rows(line);
  while (const Row* row = rows.next()) {
    out += out.empty() ? "" : ";";
    out.push_back(static_cast<char>(row->kind));
    for (const Cell& cell : row->cells) {
      out += cell.is_text ? ":'" + std::string(cell.text) + "'" : ":" + std::to_string(cell.number);
    }
  }
  return out;
}

TEST_CASE("lines, and what they hold") {
  struct Row {
    std::string name;
    std::string line;
    std::string rows;
    std::string error;  // empty: must succeed
  };
  const Row table[] = {
      {"no row", "[]", "", ""},
      {"numbers and texts", R"([["f",1,"a b",-7],["a",""]])", "f:1:'a b':-7;a:''", ""},
      {"escapes", R"([["e","a\"\\\/\n\t\r"]])", "e:'a\"\\/\n\t\r'", ""},
      {"code points", R"([["g","\u0041\u00e9\u4e2d\ud83d\ude00"]])", "g:'Aé中😀'", ""},
      {"raw UTF-8", "[[\"g\",\"借款\"]]", "g:'借款'", ""},
      {"nothing", "", "", "row line: ends too early"},
      {"no list", "{}", "", "row line: not a list of rows"},
      {"no such table", R"([["x",1]])", "", "row line: no such table"},
      {"a float", R"([["f",1.5]])", "", "row line: not a list of rows"},
      {"a word", R"([["f",true]])", "", "row line: neither a string nor a number"},
      {"cut escape", R"([["f","\u00)", "", "row line: escape cut short"},
      {"bad escape", R"([["f","\u00zz"]])", "", "row line: bad escape"},
      {"endless string", R"([["f","abc)", "", "row line: string without an end"},
      {"endless string behind an escape", R"([["f","\nabc)", "", "row line: ends too early"},
      {"more behind", "[] ", "", "row line: something behind the end"}};
  for (const Row& row : table) {
    CAPTURE(row.name);
    if (row.error.empty()) {
      CHECK(shown(row.line) == row.rows);
    } else {
      CHECK_THROWS_WITH_AS(shown(row.line), row.error.c_str(), FormatError);
    }
  }
}

TEST_CASE("a result as rows: what counts, who it is, what was found") {
  findings::ScanResult result;
  result.identity.sha256 = "ab";
  result.identity.size = 7;
  result.identity.label = {"借\n款", "\x1b"};
  result.findings.resize(2);
  result.findings[0].rule = "r";
  result.findings[0].severity = findings::Severity::high;
  result.findings[0].evidence = {{"x.dex", findings::BytePlace{5}, "\"q\""}};
  result.findings[1].good = true;
  result.gaps = {{"e", 3, {"gap.x", {"a"}}, "entries"}};
  result.facts.set("sms.asked", {findings::Tri::no});
  result.facts.set("sms.used", {findings::Tri::yes});
  CHECK(shown(to_row_line({&result, "timeout", 9})) ==
        "t:7:1:0:0:0:1:0;"
        "p:'ab':7:'':'':'':'':'借\n款':'\x1b':0:0:'[]':'incomplete':0:'timeout':9;"
        "f:0:'r':'':'':'high':'declared':0:0:'':'':'';"
        "e:0:0:'x.dex':'{\"offset\":5}':'\"q\"';"
        "f:1:'':'':'':'info':'declared':0:1:'':'':'';"
        "g:0:'e':3:'{\"key\":\"gap.x\",\"args\":[\"a\"]}':'entries';"
        "a:'{\"sms.used\":\"yes\"}'");
}

}  // namespace
}  // namespace loanlint::scan
