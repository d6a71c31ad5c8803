// SPDX-License-Identifier: Apache-2.0
#include "scan/result_rows.h"

#include <doctest/doctest.h>

#include "base/error.h"

namespace loanlint::scan {
namespace {

std::string shown(const std::vector<Cell>& row) {
  std::string out;
  for (const Cell& cell : row) {
    out += out.empty() ? "" : ":";
    out += cell.is_text ? "'" + std::string(cell.text) + "'" : std::to_string(cell.number);
  }
  return out;
}

/// The rows of a list as text: "1:'a b';2".
std::string shown(std::string list) {
  std::string out;
  RowReader rows(list);
  while (const std::vector<Cell>* row = rows.next()) {
    out += (out.empty() ? "" : ";") + shown(*row);
  }
  return out;
}

TEST_CASE("lists of rows, and what they hold") {
  struct Row {
    std::string name;
    std::string list;
    std::string rows;
    std::string error;  // empty: must succeed
  };
  const Row table[] = {
      {"no row", "[]", "", ""},
      {"numbers and texts", R"([[1,"a b",-7],["a",""]])", "1:'a b':-7;'a':''", ""},
      {"escapes", R"([["a\"\\\/\n\t\r"]])", "'a\"\\/\n\t\r'", ""},
      {"code points", R"([["\u0041\u00e9\u4e2d\ud83d\ude00"]])", "'Aé中😀'", ""},
      {"raw UTF-8", "[[\"借款\"]]", "'借款'", ""},
      {"nothing", "", "", "row line: ends too early"},
      {"no list", "{}", "", "row line: not a list of rows"},
      {"a float", R"([[1.5]])", "", "row line: not a list of rows"},
      {"a word", R"([[true]])", "", "row line: neither a string nor a number"},
      {"cut escape", R"([["\u00)", "", "row line: escape cut short"},
      {"bad escape", R"([["\u00zz"]])", "", "row line: bad escape"},
      {"endless string", R"([["abc)", "", "row line: string without an end"},
      {"endless string behind an escape", R"([["\nabc)", "", "row line: ends too early"},
      {"more behind", "[] ", "", "row line: something behind the end"}};
  for (const Row& row : table) {
    CAPTURE(row.name);
    std::string copy = row.list;
    RowReader raw(copy);
    if (row.error.empty()) {
      CHECK(shown(row.list) == row.rows);
      CHECK(raw.raw_list() == row.list);
    } else {
      CHECK_THROWS_WITH_AS(shown(row.list), row.error.c_str(), FormatError);
      if (row.name == "more behind") continue;  // may follow where a list is part of a line
      CHECK_THROWS_AS(raw.raw_list(), FormatError);
    }
  }
}

TEST_CASE("a result as a line: who it is, what counts, what was found") {
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
  std::string line = to_row_line({&result, "timeout", 9});
  const std::string whole = line;
  const RowLine parts = read_row_line(line);
  CHECK(shown(parts.head) ==
        "1:'ab':7:'':'':'':'':'借\n款':'\x1b':0:0:'[]':'incomplete':0:'timeout':9:0:1:0:0:0:"
        "'{\"sms.used\":\"yes\"}'");
  CHECK(parts.gaps == R"([[0,"e",3,"{\"key\":\"gap.x\",\"args\":[\"a\"]}","entries"]])");
  CHECK(parts.findings == R"([[0,"r","","","high","declared",0,0,"","",""],)"
                          R"([1,"","","","info","declared",0,1,"","",""]])");
  CHECK(parts.evidence == R"([[0,0,"x.dex","{\"offset\":5}","\"q\""]])");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    std::string cut = whole.substr(0, size);
    CHECK_THROWS_AS(read_row_line(cut), FormatError);
  }
  std::string swapped = whole;
  swapped.replace(swapped.find("\"ab\""), 4, "7");
  CHECK_THROWS_WITH_AS(read_row_line(swapped), "row line: value of another type", FormatError);
}

}  // namespace
}  // namespace loanlint::scan
