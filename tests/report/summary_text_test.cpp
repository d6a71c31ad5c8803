// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <sstream>

#include "report/csv_summary.h"
#include "report/summary_sample.h"
#include "report/test_words.h"
#include "report/text_summary.h"
#include "support/text.h"

namespace loanlint::report {
namespace {

std::string text_of(const StoreSummary& summary, catalog::Language language) {
  const TestWords words;
  std::ostringstream out;
  Page page(out, 80, false);
  write_text_summary(page, summary, Voice(words, language));
  return out.str();
}

std::string csv_of(const StoreSummary& summary, std::string_view table) {
  const TestWords words;
  std::ostringstream out;
  write_csv_summary(out, summary, table, Voice(words, catalog::Language::zh));
  return out.str();
}

TEST_CASE("every part of the summary stands on the page of text") {
  const std::string zh = text_of(sample_summary(), catalog::Language::zh);
  for (const std::string part :
       {"文件 1240 个 · 不同的安装包 1022 个 · 其中借贷类应用 187 个", "存在重大疑点",
        "128 个，13%", "是 402，否 620，未知 0", "通讯录被用于催收",
        "急用钱 · com.example.jyq 3.2.1", "通讯录 40、短信 12", "开始申请通讯录和短信",
        "downloads/broken.apk", "处理时异常终止（信号 11）", "列出 4 个，共 73 个"}) {
    CAPTURE(part);
    CHECK(has(zh, part));
  }
  CHECK(!has(zh, "⟦"));
  CHECK(!has(text_of(sample_summary(), catalog::Language::en), "⟦"));
}

TEST_CASE("names in a store cannot drive a terminal or a spreadsheet") {
  const std::string text = text_of(hostile_summary(), catalog::Language::en);
  CHECK(!has(text, "\x1b"));
  CHECK(!has(text, "\xe2\x80\xae"));
  for (const char* table : {"packages", "rules", "sdks", "versions", "failures", "verdicts"}) {
    CAPTURE(std::string(table));
    const std::string csv = csv_of(hostile_summary(), table);
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
    CHECK(csv.ends_with("\r\n"));
    CHECK(!has(csv, "\x1b"));
  }
}

TEST_CASE("each list as CSV: its head and a row") {
  struct Row {
    std::string table;
    std::string head;
    std::string row;
  };
  const Row rows[] = {
      {"packages",
       "path,sha256,package,version_name,version_code,label,category,verdict,critical,high,medium,"
       "low,info,contacts_asks,contacts_does,contacts_says,sms_asks,sms_does,sms_says,"
       "call_log_asks,call_log_does,call_log_says\r\n",
       "downloads/com.example.chengye.apk,,com.example.chengye,2.0,,诚业借款,loan,fail,0,3,2,0,0,"
       "yes,yes,no,yes,no,no,no,no,no\r\n"},
      {"rules", "rule,severity,packages,title\r\n",
       "no-withdrawal,medium,420,未说明如何撤回同意\r\n"},
      {"sdks", "sdk,name,packages,reads_contacts,reads_sms,reads_call_log\r\n",
       "example-risk,示例风控,64,40,12,0\r\n"},
      {"versions",
       "package,version_name,version_code,sha256,verdict,changes,contacts_asks,contacts_does,"
       "contacts_says,sms_asks,sms_does,sms_says,call_log_asks,call_log_does,call_log_says\r\n",
       "com.example.jyq,2.4,,,review,开始申请通讯录和短信; 代码开始读取通讯录; 政策不再写明通讯录,"
       "yes,yes,no,yes,no,no,no,no,no\r\n"},
      {"failures", "path,failure,signal,gaps\r\n", "downloads/broken.apk,crash,11,0\r\n"},
      {"verdicts", "verdict,packages\r\n", "fail,128\r\n"}};
  for (const Row& row : rows) {
    CAPTURE(row.table);
    const std::string csv = csv_of(sample_summary(), row.table);
    CAPTURE(csv);
    CHECK(csv.starts_with("\xEF\xBB\xBF" + row.head));
    CHECK(has(csv, "\r\n" + row.row));
  }
}

TEST_CASE("what a version changed, and nothing about what is not known") {
  using findings::Tri;
  SummaryHistory history;
  history.versions.resize(2);
  history.versions[0].answers[0] = {Tri::no, Tri::unknown, Tri::yes};
  history.versions[1].answers[0] = {Tri::yes, Tri::yes, Tri::no};
  const std::vector<SummaryChange> changes = changes_in(history, 1);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].kind == 0);
  CHECK(changes[0].began);
  CHECK(changes[1].kind == 2);
  CHECK(!changes[1].began);
  CHECK(changes_in(history, 0).empty());
}

}  // namespace
}  // namespace loanlint::report
