// SPDX-License-Identifier: Apache-2.0
#include "catalog/laws.h"

#include <doctest/doctest.h>

#include <set>

#include "base/error.h"
#include "catalog/texts.h"
#include "support/rule_folder.h"

namespace loanlint::catalog {
namespace {

TEST_CASE("an article is found by its id, whatever dashes its law has") {
  const RuleFiles files;
  const Laws laws(files);
  struct Row {
    const char* id;
    const char* law;
    const char* cite_zh;
    const char* cite_en;
  };
  const Row rows[] = {
      {"pipl-13-1-2", "pipl", "第十三条第一款第（二）项", "Art. 13(1)(2)"},
      {"pipl-44", "pipl", "第四十四条", "Art. 44"},
      {"necessary-info-2021-5-12", "necessary-info-2021", "第五条第（十二）项", "Art. 5(12)"},
      {"csl-2025-43-2", "csl-2025", "第四十三条第二款", "Art. 43(2)"},
      {"psapl-2025-50-1-5", "psapl-2025", "第五十条第一款第（五）项", "Art. 50(1)(5)"},
      {"criminal-law-253-1", "criminal-law", "第二百五十三条之一", "Art. 253-1"},
  };
  for (const Row& row : rows) {
    const std::string id = row.id;
    CAPTURE(id);
    const Article* article = laws.find(id);
    REQUIRE(article != nullptr);
    CHECK(article->id == id);
    CHECK(article->law == row.law);
    CHECK(article->cite.zh == row.cite_zh);
    CHECK(article->cite.en == row.cite_en);
    CHECK(laws.law_of(id) == laws.find_law(row.law));
  }
  for (const char* none : {"pipl", "pipl-999", "no-such-law-1", "", "-", "pipl-"}) {
    const std::string id = none;
    CAPTURE(id);
    CHECK(laws.find(id) == nullptr);
  }
}

TEST_CASE("every force has its words, and the strongest comes first") {
  const RuleFiles files;
  const Laws laws(files);
  const Texts texts(files);
  const std::vector<const Law*> all = laws.all();
  CHECK(all.size() > 20);
  CHECK(all.front()->force == Force::law);
  CHECK(all.back()->force == Force::foreign);
  std::set<std::string> numbers;
  for (const Law* law : all) {
    const std::string id = law->id;
    CAPTURE(id);
    CHECK(texts.has("force." + std::string(name(law->force))));
    CHECK(law->read_at.starts_with("http"));
    for (const Article& article : law->articles) CHECK(numbers.insert(article.id).second);
  }
  CHECK(parse_force("draft") == Force::draft);
  CHECK(!parse_force("Draft"));
}

TEST_CASE("a law file that is wrong is named with its place") {
  const std::string head = R"({"id":"x","name":{"zh":"一","en":"x"},"short":{"zh":"一","en":"x"},)";
  const std::string article = R"({"number":"1","cite":{"zh":"一","en":"x"},)"
                              R"("gist":{"zh":"一","en":"x"}})";
  struct Bad {
    const char* name;
    std::string text;
    const char* error;
  };
  const Bad rows[] = {
      {"an unknown force",
       head + "\n"
              R"("force":"laws","in_force_from":"2021-11-01","read_at":"u","articles":[]})",
       ":2:9: /force: unknown force \"laws\"; did you mean \"law\"?"},
      {"no date",
       head + "\n"
              R"("force":"law","in_force_from":"2021","read_at":"u","articles":[]})",
       ":2:31: /in_force_from: expected a date like 2021-11-01, found \"2021\""},
      {"a draft in force",
       head + "\n"
              R"("force":"draft","in_force_from":"2021-11","read_at":"u","articles":[]})",
       ":2:33: /in_force_from: expected a date, or an empty text for a draft"},
      {"no articles",
       head + "\n"
              R"("force":"draft","in_force_from":"","read_at":"u","articles":[]})",
       ":2:61: /articles: expected at least one article"},
      {"an article twice",
       head +
           "\n"
           R"("force":"draft","in_force_from":"","read_at":"u","articles":[)"
           "\n" +
           article + "," + article + "]}",
       ":3:84: /articles/1/number: article 1 stands twice in this file"},
      {"an unknown key", R"({"id":"x","nmae":1})",
       ":1:11: /nmae: unknown key; did you mean \"name\"?"},
      {"a missing translation", R"({"id":"x","name":{"zh":"一"}})",
       ":1:18: /name: \"en\" is missing"},
  };
  for (const Bad& row : rows) {
    const std::string row_name = row.name;
    CAPTURE(row_name);
    const support::RuleFolder folder("law/x.json", row.text);
    RuleFiles files;
    files.overlay(folder.path());
    const Laws laws(files);
    const std::string expected = folder.path() + "/law/x.json" + row.error;
    CHECK_THROWS_WITH_AS(laws.find_law("x"), expected.c_str(), UsageError);
  }
}

}  // namespace
}  // namespace loanlint::catalog
