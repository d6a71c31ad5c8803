// SPDX-License-Identifier: Apache-2.0
#include "report/finding_groups.h"

#include <doctest/doctest.h>

#include "report/test_words.h"

namespace loanlint::report {
namespace {

using catalog::Language;
using findings::Finding;

Finding found(const std::string& rule, const std::string& kind, const std::string& zh,
              const std::string& en) {
  Finding out;
  out.rule = rule;
  out.kind = kind;
  out.severity = findings::Severity::high;
  out.title = {zh, en};
  out.message = {zh, en};
  return out;
}

TEST_CASE("one sentence over all kinds of data, where the sentences differ in nothing else") {
  struct Row {
    std::string name;
    std::vector<Finding> findings;
    std::vector<std::string> zh;
    std::vector<std::string> en;
  };
  const Row rows[] = {
      {"one",
       {found("r", "sms", "读取短信。", "It reads SMS.")},
       {"读取短信。"},
       {"It reads SMS."}},
      {"two, the kinds in the triangle's order",
       {found("r", "sms", "读取短信，短信可能传出。", "SMS are read."),
        found("r", "contacts", "读取通讯录，通讯录可能传出。", "Contacts are read.")},
       {"读取通讯录和短信，通讯录和短信可能传出。"},
       {"Contacts and SMS are read."}},
      {"other permissions",
       {found("r", "contacts", "申请通讯录（A）。", "contacts (A)"),
        found("r", "sms", "申请短信（B）。", "SMS (B)")},
       {"申请通讯录（A）。", "申请短信（B）。"},
       {"contacts (A)", "SMS (B)"}},
      {"no kind is named",
       {found("r", "contacts", "未写明目的。", "No purpose."),
        found("r", "sms", "未写明目的。", "No purpose.")},
       {"未写明目的。"},
       {"No purpose."}},
  };
  const TestWords words;
  for (const Row& row : rows) {
    CAPTURE(row.name);
    findings::ScanResult result;
    result.findings = row.findings;
    const std::vector<FindingGroup> groups = group_findings(result);
    REQUIRE(groups.size() == 1);
    CHECK(messages_of(groups[0], Voice(words, Language::zh)) == row.zh);
    CHECK(messages_of(groups[0], Voice(words, Language::en)) == row.en);
  }
}

TEST_CASE("what rests on the same place is listed under the stronger finding") {
  findings::ScanResult result;
  for (const char* rule : {"strong", "weak", "apart"}) {
    Finding finding = found(rule, "sms", rule, rule);
    finding.articles = {"pipl-6"};
    finding.evidence = {{rule == std::string("apart") ? "b.html" : "a.html", {}, ""}};
    result.findings.push_back(finding);
  }
  std::vector<FindingGroup> flat;
  for (const FindingGroup& group : group_findings(result)) flatten(group, flat);
  REQUIRE(flat.size() == 3);
  CHECK(!flat[0].companion);
  CHECK(flat[1].first().rule == "weak");
  CHECK(flat[1].companion);
  CHECK(!flat[2].companion);
}

}  // namespace
}  // namespace loanlint::report
