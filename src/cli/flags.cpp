// SPDX-License-Identifier: Apache-2.0
#include "cli/flags.h"

#include <algorithm>
#include <array>

namespace loanlint::cli {
namespace {

constexpr std::array kFlags{
    Flag{"format", "-f,--format", "FORMAT", "output",
         "text|json|jsonl|sarif|html|junit|csv|gitlab|markdown"},
    Flag{"diff-format", "-f,--format", "FORMAT", "output", "text|json|markdown"},
    Flag{"dump-format", "-f,--format", "FORMAT", "output", "text|json"},
    Flag{"report-format", "-f,--format", "FORMAT", "output", "text|html|csv"},
    Flag{"table", "--table", "LIST", "output", "packages|versions|sdks|rules|failures|verdicts"},
    Flag{"top", "--top", "N", "output"},
    Flag{"app", "--app", "NAME", "output"},
    Flag{"output", "-o,--output", "FILE", "output"},
    Flag{"json", "--json", "FILE", "output"},
    Flag{"sarif", "--sarif", "FILE", "output"},
    Flag{"html", "--html", "FILE", "output"},
    Flag{"junit", "--junit", "FILE", "output"},
    Flag{"csv", "--csv", "FILE", "output"},
    Flag{"gitlab", "--gitlab", "FILE", "output"},
    Flag{"markdown", "--markdown", "FILE", "output"},
    Flag{"verbose", "-v,--verbose", {}, "output"},
    Flag{"color", "--color", "WHEN", "output", "auto|always|never"},
    Flag{"policy", "--policy", "PATH", "input", {}, true},
    Flag{"rules", "--rules", "DIR", "rules", {}, true},
    Flag{"pack", "--pack", "ID,…", "rules", {}, true},
    Flag{"only", "--only", "ID,…", "rules", {}, true},
    Flag{"skip", "--skip", "ID,…", "rules", {}, true},
    Flag{"baseline", "--baseline", "FILE", "rules"},
    Flag{"project", "--project", "FILE", "rules"},
    Flag{"reason", "--reason", "TEXT", "rules"},
    Flag{"who", "--who", "NAME", "rules"},
    Flag{"expires", "--expires", "DAY", "rules"},
    Flag{"fail-on", "--fail-on", "LEVEL", "rules", "critical|high|medium|low|info|never"},
    Flag{"limit", "--limit", "NAME=N", "run", {}, true},
    Flag{"timeout", "--timeout", "SECONDS", "run"},
    Flag{"max-memory", "--max-memory", "MIB", "run"},
    Flag{"jobs", "-j,--jobs", "N", "run"},
    Flag{"store", "--store", "FILE", "run"},
    Flag{"resume", "--resume", {}, "run"},
    Flag{"shard", "--shard", "I/N|auto", "run"},
    Flag{"progress", "--progress", "WHEN", "run", "auto|always|never|json"},
    Flag{"in-process", "--in-process", {}, "run"},
    Flag{"api", "--api", "LEVEL", "output"},
    Flag{"lang", "--lang", "LANGUAGE", "general", "zh|en"},
    Flag{"help", "-h,--help", {}, "general"},
    Flag{"version", "--version", {}, "general"},
};

constexpr std::array kCommands{
    Command{"scan", "[PATH...]",
            "format output verbose json sarif html junit csv gitlab markdown color policy rules "
            "pack only "
            "skip fail-on baseline project limit timeout max-memory jobs store resume shard "
            "progress in-process"},
    Command{"diff", "OLD NEW", "diff-format color policy rules pack only skip fail-on limit"},
    Command{"baseline create", "PACKAGE...",
            "output reason who expires policy rules pack only skip limit"},
    Command{"baseline prune", "BASELINE PACKAGE...", "policy rules pack only skip limit"},
    Command{"evidence", "PACKAGE", "output policy rules pack only skip limit"},
    Command{"evidence verify", "PACK.zip", ""},
    Command{"report", "STORE", "report-format output table top app color rules"},
    Command{"worker", "", "policy rules pack only skip limit timeout max-memory"},
    Command{"merge", "OUT IN...", ""},
    Command{"explain", "[ID]", "rules", true},
    Command{"rules list", "", "rules pack"},
    Command{"rules check", "", "rules"},
    Command{"rules test", "", "rules"},
    Command{"rules schema", "[NAME]", "", true},
    Command{"rules pages", "DIR", "rules"},
    Command{"dump manifest", "FILE", "limit"},
    Command{"dump permissions", "FILE", "api limit"},
    Command{"dump resources", "FILE", "limit"},
    Command{"dump entries", "FILE", "limit"},
    Command{"dump strings", "FILE", "limit"},
    Command{"dump calls", "FILE", "limit"},
    Command{"dump policy", "FILE", "dump-format policy limit"},
    Command{"dump facts", "FILE", "policy limit"},
    Command{"completion", "bash|zsh|fish", ""},
    Command{"man", "", ""},
};

}  // namespace

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) out.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string Flag::long_name() const { return split(names, ',').back(); }

std::string Flag::short_name() const {
  const std::vector<std::string> all = split(names, ',');
  return all.size() > 1 ? all.front() : std::string();
}

std::vector<std::string> Flag::choice_list() const { return split(choices, '|'); }

std::vector<const Flag*> Command::flag_list() const {
  std::vector<const Flag*> out;
  for (const std::string& id : split(flags, ' ')) out.push_back(find_flag(id));
  for (const char* id : {"lang", "help"}) out.push_back(find_flag(id));
  return out;
}

std::string Command::text_key() const {
  std::string key = "command." + std::string(name);
  for (char& c : key) {
    if (c == ' ') c = '.';
  }
  return key;
}

std::span<const Flag> flags() { return kFlags; }

std::span<const Command> commands() { return kCommands; }

const Flag* find_flag(std::string_view id) {
  for (const Flag& flag : kFlags) {
    if (flag.id == id) return &flag;
  }
  return nullptr;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : kCommands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

}  // namespace loanlint::cli
