// SPDX-License-Identifier: Apache-2.0
// On what condition a statement holds, who gets the data, and where reading ends.
#include <doctest/doctest.h>

#include <string>

#include "policy/urls.h"
#include "reading.h"

namespace loanlint::policy {

TEST_CASE("bounds: conditions and recipients are pieces of the text") {
  struct Row {
    std::string name;
    std::string text;
    std::string type;
    std::string condition;
    std::string recipient;
  };
  const Row rows[] = {
      {"refusal", "如您拒绝授权，我们将不读取您的通讯录。", "denies", "如您拒绝授权", ""},
      {"default, behind an enumerator", "（2）如您逾期，我们可将您的通讯录提供给合作的催收机构。",
       "collection", "如您逾期", "合作的催收机构"},
      {"a list of recipients", "我们会将您的信息提供给关联公司、资金方等第三方。", "shares", "",
       "关联公司、资金方等第三方"},
      {"consent, full-width letters", "经您授权后，ＡＰＰ会读取您的短信内容。", "discloses",
       "经您授权后", ""},
      {"words of Hong Kong", "如閣下逾期，本公司會將閣下之聯絡人資料提供予收數公司。", "collection",
       "如閣下逾期", "收數公司"},
      {"neither", "我们会读取您的通讯录。", "discloses", "", ""},
      {"English", "If you default, we share your contact list with collection agencies.", "shares",
       "If you default", "collection agencies"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Document read = read_given(row.text);
    bool found = false;
    for (const Sentence& sentence : read.sentences) {
      for (const Statement& said : sentence.statements) {
        if (said.type != row.type || found) continue;
        found = true;
        const std::string condition(read.excerpt(said.condition));
        const std::string recipient(read.excerpt(said.recipient));
        CHECK(condition == row.condition);
        CHECK(recipient == row.recipient);
      }
    }
    CHECK(found);
  }
}

TEST_CASE("bounds: text without full stops is read up to a limit, and the rest is told") {
  std::string text = "隐私政策";
  while (text.size() < 3 * 1024 * 1024) text += "我们会收集设备信息和日志，";
  text += "\n我们会读取您的通讯录。\n";
  const RawDocument raw{"policy.txt", as_bytes(text), Format::text, true};
  std::vector<findings::Gap> gaps;
  const Policy policy = reader().read({&raw, 1}, {}, gaps);
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].what.key == "gap.policy.unbroken");
  CHECK(gaps[0].limit == "policy_unbroken");
  // What ends is read all the same.
  const findings::Facts all = facts(policy, lexicon());
  CHECK(all.find("contacts.disclosed")->tri() == findings::Tri::yes);
}

TEST_CASE("bounds: addresses of policies, by the words of the rules") {
  struct Row {
    std::string name;
    std::string text;
    std::string url;
  };
  const Row rows[] = {
      {"the address says so", "见 https://example.com/yinsi/a.html。",
       "https://example.com/yinsi/a.html"},
      {"the words before it", "《隐私政策》https://example.com/a?id=1",
       "https://example.com/a?id=1"},
      {"neither", "官网 https://example.com/", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const std::vector<Link> links = find_policy_links(row.text, lexicon().links);
    const std::string url = links.empty() ? std::string() : links.front().url;
    CHECK(url == row.url);
  }
  CHECK(find_policy_links("https://example.com/privacy", {}).empty());
}

}  // namespace loanlint::policy
