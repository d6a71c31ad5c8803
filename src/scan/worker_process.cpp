// SPDX-License-Identifier: Apache-2.0
#include "scan/worker_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <new>
#include <optional>
#include <system_error>

#include "base/sanitizer.h"
#include "scan/line_reader.h"
#include "scan/sandbox.h"

namespace loanlint::scan {
namespace {

/// Between a path and the next: one byte that no path holds.
constexpr char kEndOfPath = '\0';

/// Where a worker has its pipes: behind the standard three.
constexpr int kPaths = 3;
constexpr int kAnswers = 4;

/// The two ends of a pipe, above the places that a worker puts its own at.
struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) fail("pipe");
    read_end = raised(ends[0]);
    write_end = raised(ends[1]);
  }

 private:
  [[noreturn]] static void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
  }
  static int raised(int end) {
    if (end > kAnswers) return end;
    const int moved = ::fcntl(end, F_DUPFD_CLOEXEC, kAnswers + 1);
    if (moved < 0) fail("fcntl");
    ::close(end);
    return moved;
  }
};

/// Lets go of everything that belongs to the supervisor: its store, its other workers, what it
/// reads and the reports that it writes. Standard error stays, for a last word.
void keep_only(int paths, int answers) {
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int end : {STDIN_FILENO, STDOUT_FILENO}) {
    if (::dup2(nothing, end) < 0) ::close(end);
  }
  ::dup2(paths, kPaths);
  ::dup2(answers, kAnswers);
  ::close_range(kAnswers + 1, ~0U, 0);
}

[[noreturn]] void be_worker(int paths, int answers, const Task& task, std::size_t memory_mib) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // A crash must end the worker by its signal, whatever handlers the supervisor has.
  for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL}) {
    if (!kAddressSanitizer) std::signal(signal, SIG_DFL);
  }
  // Ctrl-C, a terminal that is closed and the end of a batch job reach every process: the
  // supervisor decides when work ends.
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, SIG_IGN);
  keep_only(paths, answers);
  write_all(kAnswers, enter_sandbox({memory_mib}) + '\n');
  try {
    LineReader reader(kPaths, kEndOfPath);
    while (const std::optional<std::string> path = reader.next()) {
      if (!write_all(kAnswers, task(*path) + '\n')) break;
    }
  } catch (const std::bad_alloc&) {
    ::_exit(kOutOfMemory);
  }
  ::_exit(0);
}

}  // namespace

WorkerProcess start_worker(const Task& task, std::size_t memory_mib) {
  const Pipe paths;
  const Pipe answers;
  const pid_t process = ::fork();
  if (process < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (process == 0) be_worker(paths.read_end, answers.write_end, task, memory_mib);
  ::close(paths.read_end);
  ::close(answers.write_end);
  return {process, paths.write_end, answers.read_end};
}

void give_path(const WorkerProcess& worker, const std::string& path) {
  write_all(worker.paths, path + kEndOfPath);
}

}  // namespace loanlint::scan
