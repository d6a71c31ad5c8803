// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "cli/flags.h"
#include "report/words.h"

namespace loanlint::cli {

/// --help of the program: what it is, its commands, its general flags, exit status.
void write_help(std::ostream& out, const report::Voice& voice);
/// --help of one command, or of a group of commands ("rules").
void write_help(std::ostream& out, const Command& command, const report::Voice& voice);

/// The manual page in roff, for section 1, as of a day ("2027-01-31").
void write_man(std::ostream& out, const report::Voice& voice, const std::string& version,
               const std::string& day);

/// A completion script for bash, zsh or fish.
void write_completion(std::ostream& out, std::string_view shell, const report::Voice& voice);

/// "-f, --format FORMAT".
std::string usage_of(const Flag& flag);
/// What the flag is for, what it may be set to, and whether it may stand more than once.
std::string flag_text(const Flag& flag, const report::Voice& voice);

}  // namespace loanlint::cli
