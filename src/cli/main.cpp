// SPDX-License-Identifier: Apache-2.0
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "base/heap.h"
#include "cli/program.h"

namespace {

/// Columns of the terminal, kept to what is pleasant to read; 80 where there is none.
std::size_t terminal_columns() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 80;
  return size.ws_col == 0 ? 80 : std::clamp<std::size_t>(size.ws_col, 60, 100);
}

}  // namespace

int main(int argc, char** argv) {
  loanlint::prepare_heap();
  std::ios::sync_with_stdio(false);
  // A file that may not grow any further is an error to be told of, not the end of the program.
  std::signal(SIGXFSZ, SIG_IGN);
  loanlint::cli::World world{std::cin,
                             std::cout,
                             std::cerr,
                             [](const char* name) {
                               const char* value = std::getenv(name);
                               return std::string(value == nullptr ? "" : value);
                             },
                             isatty(STDOUT_FILENO) != 0,
                             terminal_columns(),
                             isatty(STDERR_FILENO) != 0};
  const int status = loanlint::cli::run({argv + 1, argv + argc}, world);
  std::cout.flush();
  // A full disk must not look like a clean scan.
  return std::cout ? status : loanlint::cli::kUnread;
}
