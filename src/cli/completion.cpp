// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "cli/help.h"

namespace loanlint::cli {
namespace {

/// First words of commands, and the second words of each that has some, in the table's order.
/// A first word may be a command by itself as well: `evidence` beside `evidence verify`.
struct Tree {
  std::vector<std::string> first;
  std::map<std::string, std::vector<std::string>> second;
};

Tree tree() {
  Tree out;
  for (const Command& command : commands()) {
    const std::vector<std::string> words = split(command.name, ' ');
    if (out.first.empty() || out.first.back() != words[0]) out.first.push_back(words[0]);
    if (words.size() > 1) out.second[words[0]].push_back(words[1]);
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// `text` inside single quotes of a shell.
std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out.push_back(c);
    }
  }
  return out + "'";
}

std::vector<std::string> names_of(const Command& command) {
  std::vector<std::string> out;
  for (const Flag* flag : command.flag_list()) {
    for (std::string& name : split(flag->names, ',')) out.push_back(std::move(name));
  }
  return out;
}

/// The words that a command takes as its positional, when it takes one of a few.
std::string positional_choices(const Command& command) {
  const std::vector<std::string> choices = split(command.positionals, '|');
  return choices.size() > 1 ? joined(choices) : std::string();
}

void write_bash(std::ostream& out) {
  const Tree words = tree();
  out << "# bash completion for loanlint. Written by: loanlint completion bash\n"
         "_loanlint() {\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  local command=${COMP_WORDS[1]} flags= choices= asked= files=no further=\n"
         "  if ((COMP_CWORD == 1)); then\n"
         "    COMPREPLY=($(compgen -W '"
      << joined(words.first)
      << " --help --version' -- \"$word\"))\n"
         "    return\n"
         "  fi\n"
         "  case $command in\n";
  for (const auto& [first, second] : words.second) {
    out << "    " << first << ")\n      if ((COMP_CWORD == 2)); then\n";
    if (find_command(first) != nullptr) {
      out << "        further='" << joined(second) << "'\n"
          << "      elif [[ ' " << joined(second) << " ' == *\" ${COMP_WORDS[2]} \"* ]]; then\n"
          << "        command=\"" << first << " ${COMP_WORDS[2]}\"\n      fi ;;\n";
      continue;
    }
    out << "        COMPREPLY=($(compgen -W '" << joined(second) << "' -- \"$word\"))\n"
        << "        return\n      fi\n      command=\"" << first << " ${COMP_WORDS[2]}\" ;;\n";
  }
  out << "  esac\n  case $command in\n";
  for (const Command& command : commands()) {
    const std::string choices = positional_choices(command);
    out << "    " << in_quotes(command.name) << ") flags=" << in_quotes(joined(names_of(command)));
    if (!choices.empty()) out << " choices=" << in_quotes(choices);
    if (command.lists) {
      out << " asked=" << in_quotes(command.name);
    } else if (choices.empty() && !command.positionals.empty()) {
      out << " files=yes";
    }
    out << " ;;\n";
  }
  out << "  esac\n  case $before in\n";
  std::map<std::string, std::string> values;  // one name may stand in several commands
  for (const Flag& flag : flags()) {
    if (flag.value.empty()) continue;
    for (const std::string& name : split(flag.names, ',')) {
      std::string& known = values[name];
      const std::string mine = joined(flag.choice_list());
      if (mine.size() > known.size()) known = mine;
    }
  }
  for (const auto& [name, choices] : values) {
    out << "    " << name << ") mapfile -t COMPREPLY < <(compgen "
        << (choices.empty() ? "-f" : "-W " + in_quotes(choices)) << " -- \"$word\"); return ;;\n";
  }
  out << "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$flags\" -- \"$word\"))\n"
         "  elif [[ -n $choices ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$choices\" -- \"$word\"))\n"
         "  elif [[ -n $asked ]]; then\n"
         "    choices=$(\"${COMP_WORDS[0]}\" $asked 2>/dev/null)\n"
         "    COMPREPLY=($(compgen -W \"$choices\" -- \"$word\"))\n"
         "  elif [[ $files == yes ]]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$further\" -- \"$word\"; compgen -f -- "
         "\"$word\")\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _loanlint loanlint\n";
}

void write_zsh(std::ostream& out, const report::Voice& voice) {
  const Tree words = tree();
  const auto described = [&](const std::string& name, const std::string& key) {
    std::string text = voice(key);
    for (std::size_t at = 0; (at = text.find(':', at)) != std::string::npos; at += 2) {
      text.insert(at, "\\");
    }
    return in_quotes(name + ":" + text);
  };
  out << "#compdef loanlint\n# Written by: loanlint completion zsh\n_loanlint() {\n"
         "  local -a first second\n  first=(\n";
  for (const std::string& name : words.first) {
    const Command* command = find_command(name);
    out << "    " << described(name, command != nullptr ? command->text_key() : "command." + name)
        << '\n';
  }
  out << "  )\n  if ((CURRENT == 2)); then\n    _describe command first\n    return\n  fi\n"
         "  local command=$words[2]\n  case $command in\n";
  for (const auto& [name, second] : words.second) {
    out << "    " << name << ")\n      if ((CURRENT == 3)); then\n        second=(";
    for (const std::string& word : second) {
      out << ' ' << described(word, "command." + name + "." + word);
    }
    out << " )\n        _describe command second\n";
    const std::string chosen =
        "      command=\"" + name + " $words[3]\"\n      shift words; ((CURRENT--))";
    if (find_command(name) != nullptr) {
      out << "      elif [[ ' " << joined(second) << " ' == *\" $words[3] \"* ]]; then\n"
          << chosen << "\n      fi ;;\n";
    } else {
      out << "        return\n      fi\n" << chosen << " ;;\n";
    }
  }
  out << "  esac\n  shift words; ((CURRENT--))\n  case $command in\n";
  for (const Command& command : commands()) {
    out << "    " << in_quotes(command.name) << ") _arguments";
    for (const Flag* flag : command.flag_list()) {
      const std::string value = flag->value.empty()     ? ""
                                : flag->choices.empty() ? ":" + std::string(flag->value) + ":_files"
                                                        : ":" + std::string(flag->value) + ":(" +
                                                              joined(flag->choice_list()) + ")";
      for (const std::string& name : split(flag->names, ',')) {
        out << ' ' << in_quotes((flag->repeatable ? "*" : "") + name + value);
      }
    }
    const std::string choices = positional_choices(command);
    if (!choices.empty()) {
      out << ' ' << in_quotes("1:word:(" + choices + ")");
    } else if (command.lists) {
      out << ' '
          << in_quotes("1:word:{compadd -- ${(f)\"$(_call_program words loanlint " +
                       std::string(command.name) + ")\"}}");
    } else if (!command.positionals.empty()) {
      out << " '*:file:_files'";
    }
    out << " ;;\n";
  }
  out << "  esac\n}\n_loanlint \"$@\"\n";
}

void write_fish(std::ostream& out, const report::Voice& voice) {
  const Tree words = tree();
  out << "# fish completion for loanlint. Written by: loanlint completion fish\n"
         "complete -c loanlint -n __fish_use_subcommand -f\n";
  for (const std::string& name : words.first) {
    const Command* command = find_command(name);
    const std::string key = command != nullptr ? command->text_key() : "command." + name;
    out << "complete -c loanlint -n __fish_use_subcommand -a " << name << " -d "
        << in_quotes(voice(key)) << '\n';
  }
  for (const auto& [name, second] : words.second) {
    for (const std::string& word : second) {
      out << "complete -c loanlint -n '__fish_seen_subcommand_from " << name
          << "; and not __fish_seen_subcommand_from " << joined(second) << "' "
          << (find_command(name) != nullptr ? "" : "-f ") << "-a " << word << " -d "
          << in_quotes(voice("command." + name + "." + word)) << '\n';
    }
  }
  for (const Command& command : commands()) {
    std::string condition;
    for (const std::string& word : split(command.name, ' ')) {
      condition += (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + word);
    }
    for (const Flag* flag : command.flag_list()) {
      out << "complete -c loanlint -n " << in_quotes(condition) << " -l "
          << flag->long_name().substr(2);
      if (!flag->short_name().empty()) out << " -s " << flag->short_name().substr(1);
      if (!flag->value.empty()) out << " -r";
      if (!flag->choices.empty()) out << " -f -a " << in_quotes(joined(flag->choice_list()));
      out << " -d " << in_quotes(voice("flag." + std::string(flag->id))) << '\n';
    }
    const std::string choices = positional_choices(command);
    if (!choices.empty()) {
      out << "complete -c loanlint -n " << in_quotes(condition) << " -f -a " << in_quotes(choices)
          << '\n';
    } else if (command.lists) {
      out << "complete -c loanlint -n " << in_quotes(condition) << " -f -a "
          << in_quotes("(loanlint " + std::string(command.name) + " 2>/dev/null)") << '\n';
    }
  }
}

}  // namespace

void write_completion(std::ostream& out, std::string_view shell, const report::Voice& voice) {
  if (shell == "bash") write_bash(out);
  if (shell == "zsh") write_zsh(out, voice);
  if (shell == "fish") write_fish(out, voice);
}

}  // namespace loanlint::cli
