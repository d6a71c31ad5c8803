// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"

namespace loanlint::cli {
namespace {

/// `text` with what roff would read as its own made plain.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == 0 && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

void flag_lines(std::ostream& out, const Flag& flag, const report::Voice& voice) {
  out << ".TP\n\\fB";
  bool first = true;
  for (const std::string& name : split(flag.names, ',')) {
    out << (first ? "" : "\\fR, \\fB") << roff(name);
    first = false;
  }
  out << "\\fR";
  if (!flag.value.empty()) out << " \\fI" << roff(flag.value) << "\\fR";
  out << '\n' << roff(voice("flag." + std::string(flag.id)));
  if (!flag.choices.empty()) {
    std::string choices;
    for (const std::string& one : flag.choice_list())
      choices += (choices.empty() ? "" : ", ") + one;
    out << roff(voice("cli.choices", {choices}));
  }
  if (flag.repeatable) out << roff(voice("cli.repeatable"));
  out << '\n';
}

void section(std::ostream& out, const report::Voice& voice, std::string_view key) {
  out << ".SH " << roff(voice(key)) << '\n';
}

}  // namespace

void write_man(std::ostream& out, const report::Voice& voice, const std::string& version) {
  out << ".\\\" Written by: loanlint man\n.TH LOANLINT 1 \"\" \"loanlint " << roff(version)
      << "\"\n";
  section(out, voice, "man.name");
  out << "loanlint \\- " << roff(voice("man.one_line")) << '\n';
  section(out, voice, "man.synopsis");
  bool first = true;
  for (const Command& command : commands()) {
    out << (first ? "" : ".br\n") << "\\fBloanlint " << roff(command.name) << "\\fR";
    if (!command.positionals.empty()) out << " \\fI" << roff(command.positionals) << "\\fR";
    out << '\n';
    first = false;
  }
  section(out, voice, "man.description");
  out << roff(voice("cli.about")) << '\n';
  section(out, voice, "man.commands");
  for (const Command& command : commands()) {
    out << ".SS loanlint " << roff(command.name) << '\n' << roff(voice(command.text_key()));
    const std::string about = command.text_key() + ".about";
    if (voice.words().texts().has(about)) out << "\n.PP\n" << roff(voice(about));
    out << '\n';
    for (const Flag* flag : command.flag_list()) {
      if (flag->group != "general") flag_lines(out, *flag, voice);
    }
  }
  section(out, voice, "man.general");
  for (const char* id : {"lang", "help", "version"}) flag_lines(out, *find_flag(id), voice);
  section(out, voice, "man.exit");
  for (const char* status : {"0", "1", "2"}) {
    out << ".TP\n\\fB" << status << "\\fR\n" << roff(voice(std::string("exit.") + status)) << '\n';
  }
  section(out, voice, "man.environment");
  out << ".TP\n\\fBLOANLINT_LANG\\fR, \\fBLC_ALL\\fR, \\fBLC_MESSAGES\\fR, \\fBLANG\\fR\n"
      << roff(voice("man.language")) << '\n';
  section(out, voice, "man.notes");
  out << roff(voice("cli.not_advice")) << '\n';
}

}  // namespace loanlint::cli
