// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

#include <algorithm>

#include "report/page.h"
#include "report/width.h"

namespace loanlint::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kNameColumns = 28;

void row(report::Page& page, const std::string& name, const std::string& text) {
  if (report::columns(name) + 4 > kNameColumns) {
    page.line("  " + name);
    page.item(std::string(kNameColumns, ' '), text);
  } else {
    page.item("  " + report::pad(name, kNameColumns - 2), text);
  }
}

std::string synopsis(const Command& command, const report::Voice& voice) {
  std::string line = "loanlint " + std::string(command.name);
  if (!command.positionals.empty()) line += " " + std::string(command.positionals);
  return line + " " + voice("cli.flags_place");
}

}  // namespace

std::string usage_of(const Flag& flag) {
  std::string out;
  for (const std::string& name : split(flag.names, ',')) out += (out.empty() ? "" : ", ") + name;
  if (!flag.value.empty()) out += " " + std::string(flag.value);
  return out;
}

std::string flag_text(const Flag& flag, const report::Voice& voice) {
  std::string text = voice("flag." + std::string(flag.id));
  if (!flag.choices.empty()) {
    std::vector<std::string> choices = flag.choice_list();
    std::string joined;
    for (const std::string& choice : choices) joined += (joined.empty() ? "" : ", ") + choice;
    text += voice("cli.choices", {joined});
  }
  if (flag.repeatable) text += voice("cli.repeatable");
  return text;
}

void write_help(std::ostream& out, const report::Voice& voice) {
  report::Page page(out, kWidth, false);
  page.item("", voice("cli.about"));
  page.blank();
  page.line(voice("cli.usage"));
  page.line("  loanlint " + voice("cli.command_place"));
  page.blank();
  page.line(voice("cli.commands"));
  for (const Command& command : commands()) {
    row(page, std::string(command.name), voice(command.text_key()));
  }
  page.blank();
  page.line(voice("flags.general"));
  for (const char* id : {"lang", "help", "version"}) {
    row(page, usage_of(*find_flag(id)), flag_text(*find_flag(id), voice));
  }
  page.blank();
  page.item("", voice("cli.exit_status"));
  page.blank();
  page.item("", voice("cli.not_advice"));
}

void write_help(std::ostream& out, const Command& command, const report::Voice& voice) {
  report::Page page(out, kWidth, false);
  page.item("", voice(command.text_key()));
  page.blank();
  page.line(voice("cli.usage"));
  page.line("  " + synopsis(command, voice));
  const std::string about = command.text_key() + ".about";
  if (voice.words().texts().has(about)) {
    page.blank();
    page.item("", voice(about));
  }
  std::vector<std::string_view> groups;
  for (const Flag* flag : command.flag_list()) {
    if (std::find(groups.begin(), groups.end(), flag->group) == groups.end()) {
      groups.push_back(flag->group);
    }
  }
  for (const std::string_view group : groups) {
    page.blank();
    page.line(voice("flags." + std::string(group)));
    for (const Flag* flag : command.flag_list()) {
      if (flag->group == group) row(page, usage_of(*flag), flag_text(*flag, voice));
    }
  }
}

}  // namespace loanlint::cli
