// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include "cli/program.h"

namespace {

/// Columns of the terminal, kept to what is pleasant to read; 80 where there is none.
std::size_t terminal_columns() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 80;
  return size.ws_col == 0 ? 80 : std::clamp<std::size_t>(size.ws_col, 60, 100);
}

constexpr std::size_t kMiB = std::size_t{1} << 20;

/// Lets the heap grow by `size` at once, in the large pages of the machine where it has them: the
/// first touch of a page costs more than most of what is done in it. What is never touched takes no
/// memory.
void grow_heap(std::size_t size) {
  mallopt(M_TOP_PAD, static_cast<int>(size));
  void* const block = std::malloc(kMiB);
  const auto start = reinterpret_cast<std::uintptr_t>(block);
  std::free(block);
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  if (start == 0 || end < start || end - start > 2 * size) return;  // it was not the heap's
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const std::uintptr_t first = start / page * page;
  madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
}

/// Keeps the memory of one package for the next: given back to the system and asked for again, its
/// pages cost a quarter of a scan.
void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 32 * kMiB);
  mallopt(M_TRIM_THRESHOLD, 256 * kMiB);
  grow_heap(64 * kMiB);
  mallopt(M_TOP_PAD, 4 * kMiB);
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
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
