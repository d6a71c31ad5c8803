// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::cli {

/// One flag. Parsing, --help, the man page and the completions all come from this table; what a
/// flag means in words stands in rules/text/cli.json under "flag.<id>".
struct Flag {
  std::string_view id;
  std::string_view names;         ///< "-f,--format"
  std::string_view value = {};    ///< what it takes: "FILE"; empty for a switch
  std::string_view group = {};    ///< heading in --help: "flags.<group>"
  std::string_view choices = {};  ///< "zh|en", when only these are taken
  bool repeatable = false;

  std::string long_name() const;   ///< "--format"
  std::string short_name() const;  ///< "-f", or empty
  std::vector<std::string> choice_list() const;
};

/// One command; its words stand under "command.<name>" with dots for spaces.
struct Command {
  std::string_view name;         ///< "scan", "rules list"
  std::string_view positionals;  ///< "PATH...", "OLD NEW", "[ID]"; choices as "bash|zsh|fish"
  std::string_view flags;        ///< ids of flags, separated by spaces
  /// Called without its positional it prints what this may be, one a line: completions ask it.
  bool lists = false;

  std::vector<const Flag*> flag_list() const;
  std::string text_key() const;
};

std::span<const Flag> flags();
std::span<const Command> commands();
const Flag* find_flag(std::string_view id);
const Command* find_command(std::string_view name);

/// `text` cut at each `separator`; nothing for an empty text.
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace loanlint::cli
