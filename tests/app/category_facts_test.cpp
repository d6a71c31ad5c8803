// SPDX-License-Identifier: Apache-2.0
#include "app/category_facts.h"

#include <doctest/doctest.h>

namespace loanlint::app {
namespace {

using catalog::SignalField;

struct Row {
  const char* label;
  const char* package;
  const char* value;
};

TEST_CASE("what an app is for, by its name alone") {
  const catalog::Categories categories{catalog::RuleFiles()};
  const Row rows[] = {
      // Lenders, in the languages and spellings they use.
      {"極速現金貸", "tw.example.a", "loan"},
      {"借錢急用", "tw.example.a", "loan"},
      {"ＱＵＩＣＫ　ＬＯＡＮ", "com.example.a", "loan"},
      {"RupeeLoanPro", "in.example.a", "loan"},
      {"时光分期", "com.example.fenqi", "loan"},
      {"闪电借", "com.example.jiekuan", "loan"},
      {"某某消费金融", "com.example.a", "loan"},
      {"तुरंत लोन", "in.example.a", "loan"},
      {"Préstamos al Instante", "mx.example.a", "loan"},
      {"Mkopo Haraka", "ke.example.a", "loan"},
      {"Vay Tiền Nhanh", "vn.example.a", "loan"},
      {"เงินด่วน", "th.example.a", "loan"},
      {"Pautang Online", "ph.example.a", "loan"},
      {"Empréstimo Fácil", "br.example.a", "loan"},
      {"随手借", "com.example.a", "loan"},
      {"桔子分期", "com.example.a", "loan"},
      {"闪银", "com.example.a", "loan"},
      // Money, but no lending by its name.
      {"某某信用卡", "com.example.a", "finance"},
      {"公积金查询", "com.example.a", "finance"},
      {"Example Credit Union", "com.example.a", "finance"},
      {"贷款计算器", "com.example.a", "finance"},
      {"Mortgage Calculator", "com.example.loan", "finance"},
      // Borrowing things.
      {"掌上借书", "com.example.library.borrow", "other"},
      {"信用免押借充电宝", "com.example.share", "other"},
      {"借伞", "com.example.a", "other"},
      {"共享借伞", "com.example.a", "other"},
      {"随手借书", "com.example.a", "other"},
      {"易借充电宝", "com.example.a", "other"},
      {"租借衣橱", "com.example.a", "other"},
      {"BorrowBook", "com.example.a", "other"},
      {"Cash Casino", "com.example.slots", "other"},
      {"DownloadManager", "com.example.downloader", "other"},
  };
  for (const Row& row : rows) {
    const std::string label = row.label;
    CAPTURE(label);
    const findings::Fact fact =
        category_fact(categories,
                      {{SignalField::label, row.label, "AndroidManifest.xml"},
                       {SignalField::package, row.package, "AndroidManifest.xml"}},
                      20);
    CHECK(std::get<std::string>(fact.value) == row.value);
  }
}

TEST_CASE("evidence is quoted as it was written") {
  const catalog::Categories categories{catalog::RuleFiles()};
  const findings::Fact fact = category_fact(
      categories,
      {{SignalField::strings, "首頁\n立即借款\n借款金額\n借款期限\n還款計劃", "resources.arsc"},
       {SignalField::label, "ＥＡＳＹ貸", "AndroidManifest.xml"}},
      20);
  CHECK(std::get<std::string>(fact.value) == "loan");
  REQUIRE(fact.evidence.size() >= 2);
  CHECK(fact.evidence[0].excerpt == "ＥＡＳＹ貸");
  CHECK(fact.evidence[1].excerpt == "首頁 立即借款 借款金額 借款期限 還款計劃");
}

TEST_CASE("without any text the category is unknown") {
  const catalog::Categories categories{catalog::RuleFiles()};
  CHECK(category_fact(categories, {}, 20).unknown());
  const CategoryText plain{SignalField::package, "com.example.app", "AndroidManifest.xml"};
  CHECK(category_fact(categories, {plain}, 20).unknown());
  const CategoryText telling{SignalField::package, "com.ppdai.app", "AndroidManifest.xml"};
  CHECK(std::get<std::string>(category_fact(categories, {telling}, 20).value) == "loan");
}

}  // namespace
}  // namespace loanlint::app
