// SPDX-License-Identifier: Apache-2.0
#include "report/html_summary.h"

#include <doctest/doctest.h>

#include <sstream>

#include "report/html_assets.h"
#include "report/html_charts.h"
#include "report/html_csp.h"
#include "report/summary_sample.h"
#include "report/test_words.h"
#include "support/text.h"

namespace loanlint::report {
namespace {

std::string page_of(const StoreSummary& summary) {
  const TestWords words;
  std::ostringstream out;
  write_html_summary(out, summary, words);
  return out.str();
}

TEST_CASE("every part of the summary stands on the page, in both languages") {
  const std::string page = page_of(sample_summary());
  for (const std::string part : {"文件 1240 个 · 不同的安装包 1022 个 · 其中借贷类应用 187 个",
                                 "Files: 1240",
                                 "存在重大疑点",
                                 "128 个，13%",
                                 "128 (13%)",
                                 "是 402，否 620，未知 0",
                                 "yes 402, no 620, unknown 0",
                                 "急用钱",
                                 "Quick Cash",
                                 "com.example.chengye",
                                 "通讯录被用于催收",
                                 "policy-unnamed",
                                 "Example Risk",
                                 "通讯录 40、短信 12",
                                 "contacts 40, SMS 12",
                                 "处理时异常终止（信号 11）",
                                 "the worker crashed (signal 11)",
                                 "开始申请通话记录",
                                 "began to ask for contacts and SMS",
                                 "ran out of time",
                                 "3 处内容未能读取",
                                 "列出 4 个，共 73 个",
                                 "3.2.1"}) {
    CAPTURE(part);
    CHECK(has(page, part));
  }
  CHECK(!has(page, "⟦"));
}

TEST_CASE("a package that nobody could name goes by its file") {
  StoreSummary summary = sample_summary();
  SummaryPackage& nameless = summary.worst.front();
  nameless.label = {};
  nameless.package.clear();
  nameless.path = "downloads/cut-short.apk";
  const std::string page = page_of(summary);
  CHECK(has(page, ">cut-short.apk</span>"));
  CHECK(has(page, "<code translate=\"no\">downloads/cut-short.apk</code>"));
  CHECK(!has(page, "<code translate=\"no\"></code>"));
}

TEST_CASE("the page runs no script but its own") {
  const std::string page = page_of(sample_summary());
  const std::size_t start = page.find("<script>");
  REQUIRE(start != std::string::npos);
  const std::string script = page.substr(start + 8, page.find("</script>") - start - 8);
  CHECK(script == kSortScript);
  CHECK(has(page, "script-src &#39;" + csp_hash(script).substr(1, 51) + "&#39;"));
  CHECK(count(page, "<script") == 1);
  CHECK(!has(page, "unsafe-inline"));
  CHECK(!has(page, "src=\""));
  CHECK(!has(page, "style=\""));
}

TEST_CASE("names in a store do not become markup") {
  const std::string page = page_of(hostile_summary());
  CHECK(count(page, "<script") == 1);
  CHECK(!has(page, "<img"));
  CHECK(!has(page, "\x1b"));
  CHECK(!has(page, "\xe2\x80\xae"));
  CHECK(has(page, "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
}

TEST_CASE("an empty store makes a page without tables of nothing") {
  const std::string page = page_of(StoreSummary{});
  CHECK(!has(page, "sortable\""));
  CHECK(has(page, "0%"));
  CHECK(!has(page, "nan"));
}

TEST_CASE("a share is rounded, but never to nothing or to all") {
  struct Row {
    std::string name;
    std::uint64_t part;
    std::uint64_t whole;
    std::string text;
  };
  const Row rows[] = {{"none of none", 0, 0, "0%"},
                      {"none", 0, 7, "0%"},
                      {"all", 7, 7, "100%"},
                      {"half", 1, 2, "50%"},
                      {"hardly any", 1, 1000000, "<1%"},
                      {"nearly all", 999999, 1000000, ">99%"}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(percent(row.part, row.whole) == row.text);
  }
}

}  // namespace
}  // namespace loanlint::report
