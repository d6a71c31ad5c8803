// SPDX-License-Identifier: Apache-2.0
#include "cli/help.h"
#include "report/width.h"

namespace loanlint::cli {
namespace {

/// `text` with what roff would read as its own made plain, and with a mark wherever a line of
/// Chinese may be broken: roff by itself breaks at spaces.
std::string roff(std::string_view text) {
  std::string out;
  for (const report::Piece& piece : report::pieces(text)) {
    if (piece.space_before) {
      out.push_back(' ');
    } else if (!out.empty()) {
      out += "\\:";
    } else if (piece.text[0] == '.' || piece.text[0] == '\'') {
      out += "\\&";
    }
    for (const char c : piece.text) {
      if (c == '\\') {
        out += "\\e";
      } else if (c == '-') {
        out += "\\-";
      } else {
        out.push_back(c);
      }
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
  out << '\n' << roff(flag_text(flag, voice)) << '\n';
}

void section(std::ostream& out, const report::Voice& voice, std::string_view key) {
  out << ".SH " << roff(voice(key)) << '\n';
}

}  // namespace

void write_man(std::ostream& out, const report::Voice& voice, const std::string& version,
               const std::string& day) {
  out << ".\\\" Written by: loanlint man\n.TH LOANLINT 1 \"" << day << "\" \"loanlint "
      << roff(version) << "\"\n.ad l\n.nh\n";
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
