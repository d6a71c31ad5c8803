// SPDX-License-Identifier: Apache-2.0
#include "cli/program.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/printable.h"
#include "catalog/catalog.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/usage_words.h"
#include "report/catalog_words.h"
#include "scan/run_error.h"

namespace loanlint::cli {
namespace {

using Action = int (*)(const Call&);

Action action_of(const Command& command) {
  static const std::map<std::string_view, Action> kActions{
      {"scan", scan_command},
      {"worker", worker_command},
      {"merge", merge_command},
      {"report", report_command},
      {"diff", diff_command},
      {"baseline create", baseline_create},
      {"baseline prune", baseline_prune},
      {"evidence", evidence_create},
      {"evidence verify", evidence_verify},
      {"explain", explain_command},
      {"rules list", rules_list},
      {"rules check", rules_check},
      {"rules test", rules_test},
      {"rules schema", rules_schema},
      {"rules pages", rules_pages},
      {"dump manifest", dump_manifest},
      {"dump permissions", dump_permissions},
      {"dump facts", dump_facts},
      {"dump resources", dump_resources},
      {"dump entries", dump_entries},
      {"dump strings", dump_strings},
      {"dump calls", dump_calls},
      {"dump policy", dump_policy},
      {"completion", completion_command},
      {"man", man_command},
  };
  return kActions.at(command.name);
}

/// The language asked for, before the line is understood: errors about the line need it.
std::optional<std::string> lang_flag(const std::vector<std::string>& line) {
  std::optional<std::string> out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i].starts_with("--lang=")) out = line[i].substr(7);
    if (line[i] == "--lang" && i + 1 < line.size()) out = line[i + 1];
  }
  return out;
}

std::string what_failed(const std::exception& error, const report::Voice& voice) {
  if (const auto* argument = dynamic_cast<const ArgumentError*>(&error)) {
    return voice(argument->message());
  }
  if (const auto* run = dynamic_cast<const scan::RunError*>(&error)) return voice(run->message());
  return printable_lines(usage_words(error.what(), voice.words().texts(), voice.language()));
}

int show_version(World& world, const report::Voice& voice) {
  world.out << "loanlint " << version() << '\n'
            << voice("cli.ruleset", {voice.words().ruleset().substr(0, 16)}) << '\n';
  return kClean;
}

int act(const Arguments& arguments, World& world, const report::Voice& voice,
        const catalog::Catalog& catalog) {
  if (arguments.has("version")) return show_version(world, voice);
  if (arguments.has("help")) {
    if (arguments.command == nullptr) {
      write_help(world.out, voice);
    } else {
      write_help(world.out, *arguments.command, voice);
    }
    return kClean;
  }
  return action_of(*arguments.command)({arguments, world, catalog, voice});
}

int parse_and_act(const std::vector<std::string>& line, World& world, catalog::Language language) {
  try {
    const Arguments arguments = parse_arguments(line);
    const catalog::Catalog catalog(arguments.list("rules"));
    const report::CatalogWords words(catalog, version());
    return act(arguments, world, report::Voice(words, language), catalog);
  } catch (const UsageError& error) {
    // The files of the user may be what is wrong: errors are told in the built-in words.
    const catalog::Catalog own;
    const report::CatalogWords words(own, version());
    const report::Voice voice(words, language);
    world.err << "loanlint: " << what_failed(error, voice) << '\n';
    if (dynamic_cast<const ArgumentError*>(&error) != nullptr) {
      world.err << voice("cli.see_help") << '\n';
    }
    return kUnread;
  }
}

}  // namespace

bool Call::colour() const {
  const std::string when = arguments.value("color").value_or("auto");
  if (when != "auto") return when == "always";
  // https://no-color.org: any value that is not empty switches colour off.
  return world.out_is_terminal && world.environment("NO_COLOR").empty() &&
         world.environment("TERM") != "dumb";
}

report::Page Call::page() const { return {world.out, world.columns, colour()}; }

void Call::warn(const std::string& text) const { world.err << "loanlint: " << text << '\n'; }

std::string version() { return LOANLINT_VERSION; }

int run(const std::vector<std::string>& line, World& world) {
  try {
    return parse_and_act(line, world, choose_language(lang_flag(line), world.environment));
  } catch (const std::exception& error) {
    world.err << "loanlint: " << printable_lines(error.what()) << '\n';
    return kUnread;
  }
}

}  // namespace loanlint::cli
