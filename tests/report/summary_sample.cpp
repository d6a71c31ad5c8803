// SPDX-License-Identifier: Apache-2.0
#include "report/summary_sample.h"

namespace loanlint::report {
namespace {

using findings::Severity;
using findings::Tri;
using findings::Verdict;

constexpr Tri kYes = Tri::yes;
constexpr Tri kNo = Tri::no;
constexpr Tri kUnknown = Tri::unknown;

SummaryPackage package(findings::Bilingual label, const std::string& name,
                       const std::string& version, Verdict verdict,
                       std::array<std::uint32_t, 5> findings, PerCell<Tri> answers) {
  SummaryPackage out;
  out.label = std::move(label);
  out.package = name;
  out.version_name = version;
  out.path = "downloads/" + name + ".apk";
  out.category = "loan";
  out.verdict = verdict;
  out.findings = findings;
  out.answers = answers;
  return out;
}

SummaryPackage quick_cash(const std::string& version, Verdict verdict,
                          std::array<std::uint32_t, 5> findings, PerCell<Tri> answers) {
  return package({"急用钱", "Quick Cash"}, "com.example.jyq", version, verdict, findings, answers);
}

}  // namespace

StoreSummary sample_summary() {
  StoreSummary out;
  out.name = "scans.db";
  out.unfinished = 2;
  out.files = 1240;
  out.packages = 1022;
  out.loan_packages = 187;
  out.verdicts = {611, 210, 73, 128};  // pass, review, incomplete, fail
  out.answers = {{{{{402, 620, 0}, {318, 704, 0}, {96, 926, 0}}},
                  {{{286, 512, 224}, {131, 660, 231}, {58, 741, 223}}},
                  {{{240, 402, 380}, {77, 565, 380}, {31, 611, 380}}}}};
  const PerCell<Tri> all{{{kYes, kYes, kYes}, {kYes, kUnknown, kYes}, {kYes, kNo, kNo}}};
  const PerCell<Tri> some{{{kYes, kYes, kNo}, {kYes, kNo, kNo}, {kNo, kNo, kNo}}};
  const PerCell<Tri> none{{{kNo, kNo, kNo}, {kNo, kNo, kNo}, {kYes, kNo, kNo}}};
  out.worst = {
      quick_cash("3.2.1", Verdict::fail, {1, 2, 3, 4, 2}, all),
      package({"诚业借款", ""}, "com.example.chengye", "2.0", Verdict::fail, {0, 0, 2, 3, 0}, some),
      package({"", "Packed"}, "com.example.packed", "1.1", Verdict::incomplete, {0, 0, 1, 0, 0},
              {{{kYes, kNo, kNo}, {kUnknown, kUnknown, kUnknown}, {}}}),
      package({"诚明借", "Honest Loan"}, "com.example.chengmingjie", "5.4", Verdict::pass,
              {0, 0, 0, 0, 0}, none)};
  out.rules = {{"contacts-for-collection",
                {"通讯录被用于催收", "Contacts used for debt collection"},
                Severity::critical,
                41},
               {"loan-asks-contacts",
                {"贷款应用申请通讯录权限", "A loan app asks for contacts"},
                Severity::high,
                163},
               {"no-withdrawal",
                {"未说明如何撤回同意", "No way to withdraw consent"},
                Severity::medium,
                420},
               {"policy-unnamed", {"", ""}, Severity::low, 3}};
  out.sdks = {{"example-risk", {"示例风控", "Example Risk"}, 64, {40, 12, 0}},
              {"example-push", {"示例推送", "Example Push"}, 512, {}}};
  out.failures = {{"downloads/broken.apk", "crash", 11, 0},
                  {"downloads/slow.apk", "timeout", 9, 0},
                  {"downloads/large.apk", "memory", 0, 0},
                  {"downloads/half.apk", "", 0, 3}};
  out.failure_count = 73;
  out.histories = {{"com.example.jyq",
                    {"急用钱", "Quick Cash"},
                    {quick_cash("1.0", Verdict::pass, {}, none),
                     quick_cash("2.4", Verdict::review, {0, 0, 1, 0, 0}, some),
                     quick_cash("3.2.1", Verdict::fail, {1, 2, 3, 4, 2}, all)}}};
  return out;
}

StoreSummary hostile_summary() {
  StoreSummary out = sample_summary();
  const std::string hostile = "\"><script>alert(1)</script><img src=x>\x1b[31m\xe2\x80\xae\xff";
  out.name = hostile;
  out.worst[0].label = {hostile, hostile};
  out.worst[0].package = hostile;
  out.worst[0].version_name = hostile;
  out.sdks[0].name = {hostile, hostile};
  out.rules[0].title = {hostile, hostile};
  out.failures[0].path = hostile;
  out.histories[0].package = hostile;
  out.histories[0].label = {hostile, hostile};
  out.histories[0].versions[0].version_name = hostile;
  return out;
}

}  // namespace loanlint::report
