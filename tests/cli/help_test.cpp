// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "report/test_words.h"
#include "report/width.h"
#include "support/text.h"

namespace loanlint::cli {
namespace {

constexpr catalog::Language kLanguages[] = {catalog::Language::zh, catalog::Language::en};

/// Everything that the table of flags makes, in one language.
std::vector<std::string> pages(const report::Voice& voice) {
  std::vector<std::string> out;
  std::ostringstream program;
  write_help(program, voice);
  out.push_back(program.str());
  for (const Command& command : commands()) {
    std::ostringstream page;
    write_help(page, command, voice);
    out.push_back(page.str());
  }
  std::ostringstream man;
  write_man(man, voice, "1.2.3", "2027-01-31");
  out.push_back(man.str());
  for (const char* shell : {"bash", "zsh", "fish"}) {
    std::ostringstream script;
    write_completion(script, shell, voice);
    out.push_back(script.str());
  }
  return out;
}

TEST_CASE("every flag and command has words in both languages") {
  const report::TestWords words;
  for (const auto language : kLanguages) {
    for (const std::string& page : pages(report::Voice(words, language))) {
      CHECK(!page.empty());
      CHECK(!has(page, "⟦"));
    }
  }
}

TEST_CASE("help keeps to 80 columns") {
  const report::TestWords words;
  for (const auto language : kLanguages) {
    const std::vector<std::string> all = pages(report::Voice(words, language));
    for (std::size_t i = 0; i <= commands().size(); ++i) {
      std::istringstream lines(all[i]);
      for (std::string line; std::getline(lines, line);) {
        CAPTURE(line);
        CHECK(report::columns(line) <= 80);
      }
    }
  }
}

TEST_CASE("man page and completions name every command and every flag of it") {
  const report::TestWords words;
  const std::vector<std::string> all = pages(report::Voice(words, catalog::Language::en));
  for (const Command& command : commands()) {
    const std::string last = split(command.name, ' ').back();
    for (std::size_t i = all.size() - 3; i < all.size(); ++i) {
      CAPTURE(last);
      CHECK(has(all[i], last));
      for (const Flag* flag : command.flag_list()) {
        const std::string name = flag->long_name();
        CAPTURE(name);
        // fish writes the name without its dashes
        CHECK(has(all[i], i + 1 == all.size() ? "-l " + name.substr(2) : name));
      }
    }
  }
}

TEST_CASE("the table holds together") {
  std::set<std::string> ids;
  std::set<std::string> used;
  for (const Flag& flag : flags()) CHECK(ids.insert(std::string(flag.id)).second);
  for (const Command& command : commands()) {
    std::set<std::string> names;
    for (const Flag* flag : command.flag_list()) {
      REQUIRE(flag != nullptr);
      used.insert(std::string(flag->id));
      for (const std::string& name : split(flag->names, ',')) {
        CAPTURE(name);
        CHECK(names.insert(name).second);  // no name twice in one command
      }
    }
  }
  used.insert("version");
  CHECK(used == ids);
}

}  // namespace
}  // namespace loanlint::cli
