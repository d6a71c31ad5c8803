// SPDX-License-Identifier: Apache-2.0
#include "policy/normalise.h"

#include <doctest/doctest.h>

#include "policy/rewording.h"

namespace loanlint::policy {

TEST_CASE("normalise: tricks with characters come out as plain words") {
  struct Row {
    std::string name;
    std::string original;
    std::string normal;
  };
  const Row rows[] = {
      {"traditional Chinese", "我們會收集您的通訊錄", "我们会收集您的通讯录"},
      {"full width", "ＡＰＰ（ｖ１）：是", "app(v1):是"},
      {"zero width", "通\u200B讯\uFEFF录", "通讯录"},
      {"blanks between Chinese characters", "通 讯　录", "通讯录"},
      {"blanks between Latin words stay", "read  your\ncontacts", "read your contacts"},
      {"blanks between full-width Latin words stay", "ｗｅ　ｒｅａｄ　ＳＭＳ", "we read sms"},
      {"Markdown emphasis", "**通讯录**", "通讯录"},
      {"Cyrillic letters drawn like Latin ones", "\u0430\u0440\u0440", "app"},
      {"a tab parts table cells", "通讯录\t选择好友", "通讯录|选择好友"},
      {"a blank between Latin and Chinese", "app 通讯录 sms", "app通讯录sms"},
      {"a blank before emphasis", "read *your* `SMS`", "read your sms"},
      {"blanks at the ends", " Read SMS ", "read sms"},
      {"dots of an abbreviation", "data (e.g. SMS) i.e. all", "data (e g  sms) i e  all"},
      {"dots of a host or at an end stay", "a.b.com, plan b. a list.", "a.b.com, plan b. a list."},
      {"curly apostrophe", "don\u2019t", "don't"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(normalise(row.original).text == row.normal);
  }
}

TEST_CASE("normalise: every byte leads back to where it came from") {
  const std::string original = "我們\u200B读 取 Contacts。";
  const Normalised normal = normalise(original);
  const std::size_t at = normal.text.find("取");
  REQUIRE(at != std::string::npos);
  CHECK(original.substr(normal.original(at), 3) == "取");
  CHECK(original.substr(normal.original(normal.text.find("contacts")), 8) == "Contacts");
  CHECK(normal.original(normal.text.size()) == original.size());
}

TEST_CASE("rewording: regional words become the mainland's, the longest first, with their places") {
  const Rewording rewording({{"閣下", "您"}, {"閣下之", "您的"}, {"聯絡人", "联系人"}});
  struct Row {
    std::string name;
    std::string original;
    std::string normal;
  };
  const Row rows[] = {
      {"nothing to change", "我们收集您的信息", "我们收集您的信息"},
      {"the longest word", "閣下之聯絡人", "您的联系人"},
      {"in simplified characters", "阁下的联络人", "您的联系人"},
      {"the beginning of a word only", "聯絡我們", "联络我们"},
      {"Latin letters beside it", "App閣下App", "app您app"},
      {"broken by zero-width characters", "閣\u200B下", "您"},
      {"empty", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Normalised normal = rewording.normalise(row.original);
    CHECK(normal.text == row.normal);
    CHECK(normal.original(normal.text.size()) == row.original.size());
  }
  const std::string original = "＊我們讀取閣下之聯絡人\u200B清單";
  const Normalised normal = rewording.normalise(original);
  CHECK(original.substr(normal.original(normal.text.find("您的")), 9) == "閣下之");
  CHECK(original.substr(normal.original(normal.text.find("联系人")), 9) == "聯絡人");
  CHECK(original.substr(normal.original(normal.text.find("清")), 3) == "清");
}

}  // namespace loanlint::policy
