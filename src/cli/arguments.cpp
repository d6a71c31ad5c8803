// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "catalog/node.h"

namespace loanlint::cli {
namespace {

using Values = std::map<std::string, std::vector<std::string>, std::less<>>;

/// How many positionals a command takes: "PATH..." one or more, "[ID]" none or one.
struct Arity {
  std::size_t least = 0;
  std::size_t most = 0;
};

Arity arity_of(const Command& command) {
  Arity arity;
  for (const std::string& word : split(command.positionals, ' ')) {
    const bool optional = word.front() == '[';
    const bool many = word.find("...") != std::string::npos;
    arity.least += optional ? 0 : 1;
    arity.most = many ? std::string::npos : arity.most + 1;
  }
  return arity;
}

void add_flag(CLI::App& app, const Flag& flag, Values& values) {
  const std::string names(flag.names);
  const std::string id(flag.id);
  if (flag.value.empty()) {
    app.add_flag_callback(names, [&values, id] { values[id].emplace_back("yes"); });
    return;
  }
  app.add_option_function<std::vector<std::string>>(
         names,
         [&values, id](const std::vector<std::string>& given) {
           auto& all = values[id];
           all.insert(all.end(), given.begin(), given.end());
         })
      ->take_all()
      ->allow_extra_args(false)
      ->expected(1);
}

/// The subcommand "rules list" below `app`, made with its parents where they are missing.
CLI::App* subcommand(CLI::App& app, std::string_view name) {
  CLI::App* at = &app;
  for (const std::string& word : split(name, ' ')) {
    const auto same = at->get_subcommands([&](CLI::App* one) { return one->get_name() == word; });
    CLI::App* next = same.empty() ? nullptr : same.front();
    if (next == nullptr) {
      next = at->add_subcommand(word);
      next->set_help_flag();
      next->require_subcommand(0, 1);
    }
    at = next;
  }
  return at;
}

std::string nearest_of(const std::string& word, const std::vector<std::string>& known) {
  return catalog::nearest(word, known).value_or("");
}

[[noreturn]] void fail(std::string key, std::vector<std::string> args) {
  throw ArgumentError({std::move(key), std::move(args)});
}

[[noreturn]] void unknown_word(const std::string& word, const Command* command,
                               std::string_view group) {
  std::vector<std::string> known;
  if (word.starts_with("-")) {
    for (const Flag& flag : flags()) {
      if (command == nullptr) known.push_back(flag.long_name());
    }
    if (command != nullptr) {
      for (const Flag* flag : command->flag_list()) known.push_back(flag->long_name());
    }
    const std::string near = nearest_of(word, known);
    if (near.empty()) fail("cli.unknown_flag", {word});
    fail("cli.unknown_flag_near", {word, near});
  }
  for (const Command& one : commands()) {
    std::string_view name = one.name;
    if (!group.empty()) {
      if (!name.starts_with(std::string(group) + ' ')) continue;
      name.remove_prefix(group.size() + 1);
    }
    known.push_back(split(name, ' ').front());
  }
  const std::string near = nearest_of(word, known);
  if (near.empty()) fail("cli.unknown_command", {word});
  fail("cli.unknown_command_near", {word, near});
}

void check_choices(const Command* command, const Values& values) {
  const std::vector<const Flag*> used =
      command != nullptr ? command->flag_list() : std::vector<const Flag*>{find_flag("lang")};
  for (const Flag* flag : used) {
    const auto found = values.find(flag->id);
    if (found == values.end() || flag->choices.empty()) continue;
    const std::vector<std::string> choices = flag->choice_list();
    for (const std::string& value : found->second) {
      if (std::find(choices.begin(), choices.end(), value) == choices.end()) {
        fail("cli.bad_choice", {flag->long_name(), value, std::string(flag->choices)});
      }
    }
  }
}

void check_positionals(const Command& command, const std::vector<std::string>& given) {
  const Arity arity = arity_of(command);
  if (given.size() < arity.least) {
    fail("cli.missing_argument", {std::string(command.name), std::string(command.positionals)});
  }
  if (given.size() > arity.most) fail("cli.too_many_arguments", {given[arity.most]});
  for (const std::string& word : split(command.positionals, ' ')) {
    const std::vector<std::string> choices = split(word, '|');
    if (choices.size() < 2) continue;
    if (std::find(choices.begin(), choices.end(), given.front()) == choices.end()) {
      fail("cli.bad_choice", {std::string(command.name), given.front(), word});
    }
  }
}

/// The command whose subcommands were parsed; a group without its second word gives nullptr.
const Command* chosen(const CLI::App& app, std::string& group) {
  std::string name;
  const CLI::App* at = &app;
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    name += (name.empty() ? "" : " ") + at->get_name();
  }
  const Command* command = find_command(name);
  if (command == nullptr) group = name;
  return command;
}

}  // namespace

std::optional<std::string> Arguments::value(std::string_view flag) const {
  const auto found = values.find(flag);
  if (found == values.end() || found->second.empty()) return std::nullopt;
  return found->second.back();
}

std::vector<std::string> Arguments::list(std::string_view flag) const {
  std::vector<std::string> out;
  const auto found = values.find(flag);
  if (found == values.end()) return out;
  const bool commas = find_flag(flag)->value.find(',') != std::string_view::npos;
  for (const std::string& value : found->second) {
    if (!commas) {
      out.push_back(value);
      continue;
    }
    for (std::string& part : split(value, ',')) out.push_back(std::move(part));
  }
  return out;
}

std::optional<std::uint64_t> Arguments::number(std::string_view flag) const {
  const std::optional<std::string> text = value(flag);
  if (!text) return std::nullopt;
  if (text->empty() || text->size() > 18 ||
      text->find_first_not_of("0123456789") != std::string::npos) {
    fail("cli.bad_number", {find_flag(flag)->long_name(), *text});
  }
  return std::stoull(*text);
}

Arguments parse_arguments(const std::vector<std::string>& line) {
  Arguments out;
  CLI::App app;
  app.set_help_flag();
  app.require_subcommand(0, 1);
  for (const char* id : {"lang", "help", "version"}) add_flag(app, *find_flag(id), out.values);
  for (const Command& command : commands()) {
    CLI::App* sub = subcommand(app, command.name);
    for (const Flag* flag : command.flag_list()) add_flag(*sub, *flag, out.values);
    if (!command.positionals.empty()) {
      sub->add_option("positionals", out.positionals)->expected(-1);
    }
  }
  for (const char* group : {"rules", "dump", "baseline"}) {
    for (const char* id : {"lang", "help"}) {
      add_flag(*app.get_subcommand(group), *find_flag(id), out.values);
    }
  }
  std::vector<std::string> reversed(line.rbegin(), line.rend());
  std::string group;
  try {
    app.parse(reversed);
    out.command = chosen(app, group);
  } catch (const CLI::ArgumentMismatch&) {
    // The only way to get the number of arguments wrong is a flag whose value is missing.
    fail("cli.missing_value", {line.empty() ? std::string() : line.back()});
  } catch (const CLI::ExtrasError&) {
    out.command = chosen(app, group);
    const std::vector<std::string> extras = app.remaining(true);
    unknown_word(extras.empty() ? std::string() : extras.front(), out.command, group);
  } catch (const CLI::ParseError& error) {
    fail("cli.bad_line", {error.what()});
  }
  if (out.has("help") || out.has("version")) return out;
  if (out.command == nullptr) {
    if (group.empty()) fail("cli.no_command", {});
    fail("cli.no_subcommand", {group});
  }
  check_choices(out.command, out.values);
  check_positionals(*out.command, out.positionals);
  return out;
}

}  // namespace loanlint::cli
