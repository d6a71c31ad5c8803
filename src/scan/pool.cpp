// SPDX-License-Identifier: Apache-2.0
#include "scan/pool.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <deque>
#include <iterator>
#include <new>
#include <system_error>
#include <utility>
#include <vector>

#include "base/sanitizer.h"
#include "scan/sandbox.h"

namespace loanlint::scan {
namespace {

using Clock = std::chrono::steady_clock;

/// A worker that ran out of memory says so by leaving with this status.
constexpr int kOutOfMemory = 86;
/// Between the path and its answer: one byte that no path holds.
constexpr char kEndOfPath = '\0';

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Reads up to `end`, which is taken off; nothing at the end of the stream.
class PipeReader {
 public:
  PipeReader(int descriptor, char end) : descriptor_(descriptor), end_(end) {}

  std::optional<std::string> next() {
    for (;;) {
      const std::size_t at = buffer_.find(end_);
      if (at != std::string::npos) {
        std::string line = buffer_.substr(0, at);
        buffer_.erase(0, at + 1);
        return line;
      }
      char piece[65536];
      const ssize_t got = ::read(descriptor_, piece, sizeof piece);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) {
        if (buffer_.empty()) return std::nullopt;
        return std::exchange(buffer_, {});  // a last line without its end
      }
      buffer_.append(piece, static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
  char end_;
  std::string buffer_;
};

void answer_all(PipeReader& paths, int out, const Pool::Task& task) {
  while (const std::optional<std::string> path = paths.next()) {
    if (path->empty()) continue;
    if (!write_all(out, task(*path) + '\n')) return;
  }
}

/// The two ends of a pipe.
struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
      throw std::system_error(errno, std::generic_category(), "pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
};

[[noreturn]] void be_worker(int paths, int answers, const Pool::Task& task,
                            std::size_t memory_mib) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // A crash must end the worker by its signal, whatever handlers the supervisor has.
  for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTERM}) {
    if (!kAddressSanitizer) std::signal(signal, SIG_DFL);
  }
  // Ctrl-C reaches the whole group: the supervisor decides when work ends.
  std::signal(SIGINT, SIG_IGN);
  // Everything else that is open belongs to the supervisor: its store, its other workers.
  ::dup2(paths, 3);
  ::dup2(answers, 4);
  ::close_range(5, ~0U, 0);
  const std::string refused = enter_sandbox({memory_mib});
  // The first line of every worker: what of the sandbox the kernel refused, or nothing.
  write_all(4, refused + '\n');
  try {
    PipeReader reader(3, kEndOfPath);
    answer_all(reader, 4, task);
  } catch (const std::bad_alloc&) {
    ::_exit(kOutOfMemory);
  }
  ::_exit(0);
}

struct Worker {
  pid_t process = -1;
  int paths = -1;
  int answers = -1;
  std::string received;
  std::deque<Job> jobs;  ///< the first is being worked on, the others wait in the pipe
  Clock::time_point deadline;
  bool greeted = false;  ///< its first line has come, which is no answer
  bool timed_out = false;
  bool dropped = false;  ///< killed because the run stops
};

/// Jobs a worker holds: the one it is at, and one that it finds without waiting for us.
constexpr std::size_t kHeld = 2;
/// Workers that may be killed from outside over one job before the job is given up.
constexpr int kAttempts = 3;

}  // namespace

struct Pool::State {
  Task task;
  PoolOptions options;
  std::function<void(const std::string&)> warn;
  std::vector<Worker> workers;
  std::deque<Job> again;  ///< taken from the caller, to be given to another worker
  bool warned = false;

  void start(Worker& worker) {
    // Descriptors 3 and 4 are where a worker expects its pipes: keep ours above them.
    Pipe paths;
    Pipe answers;
    for (int* end : {&paths.read_end, &paths.write_end, &answers.read_end, &answers.write_end}) {
      if (*end > 4) continue;
      const int moved = ::fcntl(*end, F_DUPFD_CLOEXEC, 5);
      if (moved < 0) throw std::system_error(errno, std::generic_category(), "fcntl");
      ::close(*end);
      *end = moved;
    }
    const pid_t process = ::fork();
    if (process < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (process == 0) be_worker(paths.read_end, answers.write_end, task, options.memory_mib);
    ::close(paths.read_end);
    ::close(answers.write_end);
    worker = Worker{};
    worker.process = process;
    worker.paths = paths.write_end;
    worker.answers = answers.read_end;
  }

  void give(Worker& worker, Job job) {
    if (worker.process < 0) start(worker);
    if (worker.jobs.empty()) worker.deadline = Clock::now() + options.timeout;
    // A worker that died meanwhile is noticed when its answers end.
    write_all(worker.paths, job.path + kEndOfPath);
    worker.jobs.push_back(std::move(job));
  }

  /// Fills the worker's hands, with jobs to try again before new ones.
  void feed(Worker& worker, const std::function<Next()>& next, bool& more) {
    while (worker.jobs.size() < kHeld && !worker.timed_out) {
      if (!again.empty()) {
        Job job = std::move(again.front());
        again.pop_front();
        give(worker, std::move(job));
        continue;
      }
      if (!more) return;
      Next answer = next();
      more = answer.more;
      if (!answer.job) return;
      give(worker, std::move(*answer.job));
    }
  }

  /// Waits for the process and says how it ended; nothing when its job is to be tried again or
  /// it had none. Jobs that it had not begun go to another worker.
  std::optional<Outcome> bury(Worker& worker) {
    int status = 0;
    while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
    }
    if (worker.paths >= 0) ::close(worker.paths);
    ::close(worker.answers);
    Worker dead = std::exchange(worker, Worker{});
    if (dead.jobs.empty() || dead.dropped) return std::nullopt;
    Outcome outcome;
    outcome.job = std::move(dead.jobs.front());
    dead.jobs.pop_front();
    again.insert(again.begin(), std::make_move_iterator(dead.jobs.begin()),
                 std::make_move_iterator(dead.jobs.end()));
    outcome.failure = Failure::crash;
    if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
    if (WIFEXITED(status) && WEXITSTATUS(status) == kOutOfMemory) outcome.failure = Failure::memory;
    if (dead.timed_out) outcome.failure = Failure::timeout;
    const bool killed = outcome.failure == Failure::crash && outcome.signal == SIGKILL;
    if (killed && ++outcome.job.attempts < kAttempts) {
      again.push_front(std::move(outcome.job));
      return std::nullopt;
    }
    return outcome;
  }

  /// Takes what has arrived and hands each whole answer, or the worker's failure, to `done`.
  void receive(Worker& worker, const std::function<void(Outcome)>& done) {
    char piece[65536];
    const ssize_t got = ::read(worker.answers, piece, sizeof piece);
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) {
      if (std::optional<Outcome> outcome = bury(worker)) done(std::move(*outcome));
      return;
    }
    std::size_t from = worker.received.size();  // what was there before has no end of a line
    worker.received.append(piece, static_cast<std::size_t>(got));
    for (;;) {
      const std::size_t end = worker.received.find('\n', std::exchange(from, 0));
      if (end == std::string::npos) return;
      if (!std::exchange(worker.greeted, true)) {
        if (end > 0 && !std::exchange(warned, true) && warn) warn(worker.received.substr(0, end));
        worker.received.erase(0, end + 1);
        continue;
      }
      // An answer that nobody asked for comes from a worker that is no longer itself.
      if (worker.jobs.empty()) {
        ::kill(worker.process, SIGKILL);
        return;
      }
      Outcome outcome;
      outcome.answer = worker.received.substr(0, end);
      worker.received.erase(0, end + 1);
      outcome.job = std::move(worker.jobs.front());
      worker.jobs.pop_front();
      worker.deadline = Clock::now() + options.timeout;
      done(std::move(outcome));
    }
  }

  /// Ends a worker that has had its time.
  void check_time(Worker& worker, Clock::time_point now, std::optional<Clock::time_point> end) {
    if (end && now >= *end && !worker.dropped) {
      worker.dropped = true;
      ::kill(worker.process, SIGKILL);
    } else if (now >= worker.deadline && !worker.timed_out) {
      worker.timed_out = true;
      ::kill(worker.process, SIGKILL);
    }
  }
};

Pool::Pool(Task task, PoolOptions options, std::function<void(const std::string&)> warn)
    : state_(std::make_unique<State>()) {
  state_->task = std::move(task);
  state_->options = options;
  state_->warn = std::move(warn);
  state_->workers.resize(std::max(1U, options.jobs));
}

Pool::~Pool() {
  for (Worker& worker : state_->workers) {
    if (worker.process < 0) continue;
    if (!worker.jobs.empty()) ::kill(worker.process, SIGKILL);
    worker.dropped = true;
    ::close(worker.paths);
    worker.paths = -1;
    state_->bury(worker);
  }
}

void Pool::run(const std::function<Next()>& next, const std::function<void(Outcome)>& done,
               const std::function<void()>& tick, const std::atomic<bool>& stop) {
  std::signal(SIGPIPE, SIG_IGN);
  bool more = true;
  std::optional<Clock::time_point> end;  // of the grace, once the run stops
  std::vector<pollfd> polled;
  std::vector<Worker*> polled_workers;
  for (;;) {
    if (stop && !end) end = Clock::now() + kGrace;
    polled.clear();
    polled_workers.clear();
    for (Worker& worker : state_->workers) {
      if (!end) state_->feed(worker, next, more);
      if (worker.jobs.empty()) continue;
      polled.push_back({worker.answers, POLLIN, 0});
      polled_workers.push_back(&worker);
    }
    if (polled.empty()) break;
    constexpr int kTickMilliseconds = 100;
    ::poll(polled.data(), polled.size(), kTickMilliseconds);
    const Clock::time_point now = Clock::now();
    for (std::size_t i = 0; i < polled.size(); ++i) {
      if (polled[i].revents != 0) {
        state_->receive(*polled_workers[i], done);
      } else {
        state_->check_time(*polled_workers[i], now, end);
      }
    }
    tick();
  }
}

void serve(int in, int out, const Pool::Task& task) {
  PipeReader reader(in, '\n');
  answer_all(reader, out, task);
}

}  // namespace loanlint::scan
