// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "cli/language.h"

namespace loanlint::cli {

/// What the world around the program looks like, so that tests can be the world.
struct World {
  std::istream& in;
  std::ostream& out;  ///< reports only
  std::ostream& err;
  Environment environment;
  bool out_is_terminal = false;
  std::size_t columns = 80;
  bool err_is_terminal = false;
};

/// Exit statuses. `unread` wins over `findings`.
enum ExitStatus : int { kClean = 0, kFindings = 1, kUnread = 2, kInterrupted = 130 };

/// Runs the program. `line` is the command line without the program's name.
int run(const std::vector<std::string>& line, World& world);

}  // namespace loanlint::cli
