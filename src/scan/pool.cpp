// SPDX-License-Identifier: Apache-2.0
#include "scan/pool.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <deque>
#include <iterator>
#include <utility>
#include <vector>

#include "scan/worker_process.h"

namespace loanlint::scan {
namespace {

using Clock = std::chrono::steady_clock;

struct Worker {
  WorkerProcess process;
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
/// Bytes of an answer, far above any: a worker that never ends its line is no longer itself.
constexpr std::size_t kLongestAnswer = std::size_t{1} << 28;
/// How often `tick` is called while nothing happens.
constexpr std::chrono::milliseconds kTick{100};

}  // namespace

struct Pool::State {
  Task task;
  PoolOptions options;
  std::function<void(const std::string&)> warn;
  std::vector<Worker> workers;
  std::deque<Job> again;  ///< taken from the caller, to be given to another worker
  bool warned = false;

  void give(Worker& worker, Job job) {
    if (worker.process.id < 0) worker.process = start_worker(task, options.memory_mib);
    if (worker.jobs.empty()) worker.deadline = Clock::now() + options.timeout;
    give_path(worker.process, job.path);
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
    while (::waitpid(worker.process.id, &status, 0) < 0 && errno == EINTR) {
    }
    if (worker.process.paths >= 0) ::close(worker.process.paths);
    ::close(worker.process.answers);
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
    const ssize_t got = ::read(worker.process.answers, piece, sizeof piece);
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) {
      if (std::optional<Outcome> outcome = bury(worker)) done(std::move(*outcome));
      return;
    }
    std::size_t from = worker.received.size();  // what was there before has no end of a line
    worker.received.append(piece, static_cast<std::size_t>(got));
    for (;;) {
      const std::size_t end = worker.received.find('\n', std::exchange(from, 0));
      if (end == std::string::npos) {
        if (worker.received.size() > kLongestAnswer) ::kill(worker.process.id, SIGABRT);
        return;
      }
      if (!std::exchange(worker.greeted, true)) {
        if (end > 0 && !std::exchange(warned, true) && warn) warn(worker.received.substr(0, end));
        worker.received.erase(0, end + 1);
        continue;
      }
      // An answer that nobody asked for comes from a worker that is no longer itself.
      if (worker.jobs.empty()) {
        ::kill(worker.process.id, SIGKILL);
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

  /// Takes no time off the workers in which this process stood still as well: Ctrl-Z, or a machine
  /// that slept.
  void excuse_standstill(Clock::duration since_last) {
    constexpr std::chrono::seconds kNoticed{1};
    if (since_last < kTick + kNoticed) return;
    for (Worker& worker : workers) worker.deadline += since_last;
  }

  /// Ends a worker that has had its time.
  void check_time(Worker& worker, Clock::time_point now, std::optional<Clock::time_point> end) {
    if (worker.jobs.empty()) return;
    if (end && now >= *end && !worker.dropped) {
      worker.dropped = true;
      ::kill(worker.process.id, SIGKILL);
    } else if (now >= worker.deadline && !worker.timed_out) {
      worker.timed_out = true;
      ::kill(worker.process.id, SIGKILL);
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
    if (worker.process.id < 0) continue;
    if (!worker.jobs.empty()) ::kill(worker.process.id, SIGKILL);
    worker.dropped = true;
    ::close(worker.process.paths);
    worker.process.paths = -1;
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
  Clock::time_point last = Clock::now();
  for (;;) {
    if (stop && !end) end = Clock::now() + kGrace;
    polled.clear();
    polled_workers.clear();
    for (Worker& worker : state_->workers) {
      if (!end) state_->feed(worker, next, more);
      if (worker.jobs.empty()) continue;
      polled.push_back({worker.process.answers, POLLIN, 0});
      polled_workers.push_back(&worker);
    }
    if (polled.empty()) break;
    ::poll(polled.data(), polled.size(), static_cast<int>(kTick.count()));
    const Clock::time_point now = Clock::now();
    state_->excuse_standstill(now - std::exchange(last, now));
    for (std::size_t i = 0; i < polled.size(); ++i) {
      if (polled[i].revents != 0) state_->receive(*polled_workers[i], done);
      state_->check_time(*polled_workers[i], now, end);
    }
    tick();
  }
}

}  // namespace loanlint::scan
