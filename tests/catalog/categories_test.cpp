// SPDX-License-Identifier: Apache-2.0
#include "catalog/categories.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "catalog/words.h"
#include "support/rule_folder.h"

namespace loanlint::catalog {
namespace {

using enum SignalField;

struct Row {
  const char* name;
  std::vector<SignalText> texts;
  const char* value;
  const char* category;
};

TEST_CASE("what an app is for") {
  const RuleFiles files;
  const Categories categories(files);
  const char* loan_policy =
      "您提交借款申请后，我们将审核您的资料并向出借人推荐。借款合同生效后放款至您的银行卡，"
      "您应按期还款；发生逾期的，我们可委托第三方催收。";
  const char* bank_policy =
      "您使用手机银行、网上银行办理转账汇款、储蓄存款、信用卡还款、理财产品购买及个人贷款申请时，"
      "借款合同、放款、逾期等信息由我行保存。";
  const Row rows[] = {
      {"a loan app by its name", {{label, "急用钱极速借款"}}, "loan", "loan"},
      {"a loan app by its English name", {{label, "Quick Cash Loan"}}, "loan", "loan"},
      {"an Indonesian loan app", {{label, "Pinjaman Kilat"}}, "loan", "loan"},
      {"a Hindi-English loan app", {{label, "Udhaar Rupee"}}, "loan", "loan"},
      {"a neutral name with a loan policy",
       {{label, "小桔"}, {policy, loan_policy}},
       "loan",
       "loan"},
      {"a neutral name with loan screens",
       {{label, "小桔"},
        {package, "com.xiaoju.jiekuan"},
        {strings, "立即借款\n借款金额\n借款期限\n还款计划"}},
       "loan",
       "loan"},
      {"a bank with a loan business",
       {{label, "某某银行"}, {package, "com.example.mbank"}, {policy, bank_policy}},
       "finance",
       "finance"},
      {"a bank that is called a lender",
       {{label, "某某银行贷款"}, {policy, bank_policy}},
       "finance",
       "finance"},
      {"a wallet", {{label, "小象钱包"}}, "finance", "finance"},
      {"a ledger",
       {{label, "随手记账"}, {strings, "借款金额\n还款计划\n催收"}},
       "finance",
       "finance"},
      {"a mortgage calculator",
       {{label, "房贷计算器"}, {strings, "贷款金额\n等额本息\n月供"}},
       "finance",
       "finance"},
      {"an EMI calculator", {{label, "Loan EMI Calculator"}}, "finance", "finance"},
      {"a messenger", {{label, "青鸟信使"}}, "other", "messenger"},
      {"a dialer", {{label, "Simple Dialer"}}, "other", "dialer"},
      {"a library", {{label, "图书借阅"}}, "other", ""},
      {"words that only look alike", {{label, "Download Cashew Sloan"}}, "other", ""},
      {"nothing at all", {}, "other", ""},
      {"hostile bytes",
       {{label, "\xff\xfe\x80"}, {policy, std::string_view("\0\0\0\0", 4)}},
       "other",
       ""},
  };
  for (const Row& row : rows) {
    const std::string row_name = row.name;
    CAPTURE(row_name);
    const Categorised got = categories.categorise(row.texts);
    CHECK(got.value == row.value);
    CHECK(got.category == row.category);
  }
}

TEST_CASE("a category says which words decided, heaviest first") {
  const RuleFiles files;
  const Categories categories(files);
  const Categorised got = categories.categorise(
      {{package, "com.example.xiaodai"}, {label, "Example"}, {label, "示例借款"}});
  REQUIRE(got.reasons.size() == 3);
  CHECK(got.reasons[0].word == "借款");
  CHECK(got.reasons[0].text == 2);
  CHECK(got.reasons[0].at == 6);
  CHECK(got.reasons[0].signal->weight == 13);
  CHECK(got.reasons[1].word == "xiaodai");
  CHECK(got.reasons[2].word == "借");
  CHECK(got.weights.at("loan") == 29);
}

TEST_CASE("Words: whole words in prose, any place in names") {
  const Words prose({"loan", "借款", "emi calc"}, Words::Match::whole);
  using Hits = std::vector<Words::Hit>;
  CHECK(prose.in("A LOAN") == Hits{{0, 2}});
  CHECK(prose.in("loans") == Hits{});
  CHECK(prose.in("sloan") == Hits{});
  CHECK(prose.in("my-loan.") == Hits{{0, 3}});
  CHECK(prose.in("急借款app借款") == Hits{{1, 3}});
  CHECK(prose.in("借款 EMI Calc") == Hits{{1, 0}, {2, 7}});
  CHECK(prose.in("") == Hits{});
  CHECK(prose.in("lo") == Hits{});
  const Words names({"loan"}, Words::Match::inside);
  CHECK(names.in("com.QuickLoanApp") == Hits{{0, 9}});
}

TEST_CASE("a category file that is wrong is named with its place") {
  struct Bad {
    const char* name;
    const char* text;
    const char* error;
  };
  const Bad rows[] = {
      {"a field that is none",
       R"({"id":"x","value":"loan","name":{"zh":"一","en":"x"},"threshold":5,"signals":[
{"in":"labels","words":["abc"],"weight":1,"reason":{"zh":"一","en":"x"}}]})",
       ":2:7: /signals/0/in: unknown field \"labels\"; expected label, package, strings, policy, "
       "sdk or component"},
      {"a word too short",
       R"({"id":"x","value":"loan","name":{"zh":"一","en":"x"},"threshold":5,"signals":[
{"in":"label","words":["ab"],"weight":1,"reason":{"zh":"一","en":"x"}}]})",
       ":2:24: /signals/0/words/0: expected at least 3 bytes"},
      {"a weight that does nothing",
       R"({"id":"x","value":"loan","name":{"zh":"一","en":"x"},"threshold":5,"signals":[
{"in":"label","words":["abc"],"weight":0,"reason":{"zh":"一","en":"x"}}]})",
       ":2:40: /signals/0/weight: expected a number from -100 to 100 that is not 0"},
      {"more words wanted than there are",
       R"({"id":"x","value":"loan","name":{"zh":"一","en":"x"},"threshold":5,"signals":[
{"in":"label","words":["abc"],"at_least":2,"weight":1,"reason":{"zh":"一","en":"x"}}]})",
       ":2:42: /signals/0/at_least: expected a number from 1 to the number of words"},
      {"a value that is none",
       R"({"id":"x","value":"bank","name":{"zh":"一","en":"x"},"threshold":5,"signals":[]})",
       ":1:19: /value: expected loan, finance or other"},
      {"another id", R"({"id":"y","value":"loan"})", ":1:7: /id: expected the file's name, \"x\""},
  };
  for (const Bad& row : rows) {
    const std::string row_name = row.name;
    CAPTURE(row_name);
    const support::RuleFolder folder("category/x.json", row.text);
    RuleFiles files;
    files.overlay(folder.path());
    const std::string expected = folder.path() + "/category/x.json" + row.error;
    CHECK_THROWS_WITH_AS(Categories{files}, expected.c_str(), UsageError);
  }
}

}  // namespace
}  // namespace loanlint::catalog
