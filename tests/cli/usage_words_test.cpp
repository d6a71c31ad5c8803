// SPDX-License-Identifier: Apache-2.0
#include "cli/usage_words.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace loanlint::cli {
namespace {

using catalog::Language;

const catalog::Texts& texts() {
  static const catalog::RuleFiles files;
  static const catalog::Texts all(files);
  return all;
}

TEST_CASE("what is wrong with a rule file is said in Chinese too") {
  struct Row {
    const char* english;
    const char* chinese;
  };
  for (const auto& row : {
           Row{"rules/x.json:3:15: /severity: unknown severity \"hihg\"; expected critical, high, "
               "medium, low or info",
               "rules/x.json:3:15: /severity: 未定义的级别“hihg”，应为 critical、high、medium、low "
               "或 "
               "info"},
           Row{"a.json:1:1: \"id\" is missing", "a.json:1:1: 缺少“id”"},
           Row{"a.json:2:3: /when/fact: there is no fact \"sms.aked\"; did you mean \"sms.asked\"?",
               "a.json:2:3: /when/fact: 没有名为“sms.aked”的事实；是否想写“sms.asked”？"},
           Row{"a.json:2:3: /severty: unknown key; did you mean \"severity\"?",
               "a.json:2:3: /severty: 键名未定义；是否想写“severity”？"},
           Row{"a.json:1:2: not JSON: syntax error: unexpected end",
               "a.json:1:2: 不是有效的 JSON：syntax error: unexpected end"},
           Row{"a.json: expected a text, found 12", "a.json: 应为文本，实际为 12"},
           Row{"--rules x: no *.json file in this folder", "--rules x: 该文件夹中没有 *.json 文件"},
           Row{"a.json: something new", "a.json: something new"},
       }) {
    CAPTURE(std::string(row.english));
    CHECK(usage_words(row.english, texts(), Language::zh) == row.chinese);
    CHECK(usage_words(row.english, texts(), Language::en) == row.english);
  }
}

/// The first words of each `fail("…` of a file, up to what is put in.
std::vector<std::string> statements(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::stringstream all;
  all << in.rdbuf();
  const std::string text = all.str();
  std::vector<std::string> out;
  for (std::size_t at = text.find("fail(\""); at != std::string::npos;
       at = text.find("fail(\"", at + 1)) {
    std::string words;
    for (std::size_t i = at + 6; i < text.size() && text[i] != '"'; ++i) {
      if (text[i] == '\\') ++i;
      words.push_back(text[i]);
    }
    out.push_back(words);
  }
  return out;
}

TEST_CASE("every statement about a file that users write has its words") {
  std::size_t seen = 0;
  for (const char* folder : {"src/catalog", "src/report"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() != ".cpp") continue;
      for (const std::string& statement : statements(entry.path())) {
        ++seen;
        bool known = false;
        for (const std::string& key : texts().keys()) {
          if (!key.starts_with("usage.")) continue;
          const std::string sentence = texts()(Language::en, key, {"{0}", "{1}", "{2}"});
          known = known || sentence.starts_with(statement);
        }
        CAPTURE(entry.path().string());
        CAPTURE(statement);
        CHECK(known);
      }
    }
  }
  CHECK(seen > 50);
}

}  // namespace
}  // namespace loanlint::cli
