// SPDX-License-Identifier: Apache-2.0
#include "cli/language.h"

#include <doctest/doctest.h>

#include <map>

namespace loanlint::cli {
namespace {

TEST_CASE("the language comes from the flag, then from the environment") {
  using catalog::Language;
  using Variables = std::map<std::string, std::string>;
  struct Row {
    std::string name;
    std::optional<std::string> flag;
    Variables environment;
    Language language;
  };
  const Row rows[] = {
      {"nothing said", std::nullopt, {}, Language::en},
      {"the flag wins", "en", {{"LC_ALL", "zh_CN.UTF-8"}}, Language::en},
      {"our own variable next",
       std::nullopt,
       {{"LOANLINT_LANG", "zh"}, {"LC_ALL", "C"}},
       Language::zh},
      {"LC_ALL before LANG",
       std::nullopt,
       {{"LC_ALL", "C"}, {"LANG", "zh_CN.UTF-8"}},
       Language::en},
      {"LC_MESSAGES before LANG",
       std::nullopt,
       {{"LC_MESSAGES", "zh_TW"}, {"LANG", "en_US"}},
       Language::zh},
      {"LANG", std::nullopt, {{"LANG", "zh_CN.GB18030"}}, Language::zh},
      {"another language", std::nullopt, {{"LANG", "id_ID.UTF-8"}}, Language::en},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto get = [&](const char* name) {
      const auto found = row.environment.find(name);
      return found == row.environment.end() ? std::string() : found->second;
    };
    CHECK(choose_language(row.flag, get) == row.language);
  }
}

}  // namespace
}  // namespace loanlint::cli
