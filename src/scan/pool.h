// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "scan/worker_process.h"

namespace loanlint::scan {

/// How a worker ended before it gave its answer.
enum class Failure : std::uint8_t { none, crash, timeout, memory };

/// One path to scan.
struct Job {
  std::uint64_t id = 0;  ///< the caller's
  std::string path;
  int attempts = 0;  ///< the pool's: workers that were killed over it
};

/// An answer to "what is next?": a job, none just now, or none any more.
struct Next {
  std::optional<Job> job;
  bool more = true;
};

/// What became of a job.
struct Outcome {
  Job job;
  std::string answer;  ///< one line without its line feed; empty when the worker failed
  Failure failure = Failure::none;
  int signal = 0;  ///< that ended the worker, 0 when it was none
};

struct PoolOptions {
  unsigned jobs = 1;
  std::chrono::milliseconds timeout{60'000};  ///< per job
  std::size_t memory_mib = 0;                 ///< per worker; 0: no cap
};

/// Worker processes, forked from this one, each with a pipe for paths and a pipe for answers.
///
/// A crash, a timeout or a worker out of memory costs the one job it was at; the worker is
/// replaced. A worker killed from outside (SIGKILL) says nothing about its job, which is tried
/// twice more. Workers leave when this process does, however it ends; signals that ask a program to
/// end they leave to this process. Time in which this process is stopped does not count.
class Pool {
 public:
  static constexpr std::chrono::milliseconds kGrace{2000};

  /// `warn` is told, at most once, what of the sandbox the kernel refused.
  Pool(Task task, PoolOptions options, std::function<void(const std::string&)> warn);
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  /// Takes jobs from `next` until there are no more, and hands each outcome to `done` as it comes.
  /// `tick` is called at least every 100 ms. Once `stop` is set no new job is begun; those under
  /// way have kGrace to finish and are dropped, without an outcome, after it.
  void run(const std::function<Next()>& next, const std::function<void(Outcome)>& done,
           const std::function<void()>& tick, const std::atomic<bool>& stop);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace loanlint::scan
