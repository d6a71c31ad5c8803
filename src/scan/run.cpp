// SPDX-License-Identifier: Apache-2.0
#include "scan/run.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <thread>
#include <utility>

#include "base/error.h"
#include "catalog/catalog.h"
#include "scan/intake.h"
#include "scan/package_line.h"
#include "scan/settings.h"
#include "scan/store.h"
#include "scan/test_hooks.h"
#include "scan/wire.h"

namespace loanlint::scan {
namespace {

using findings::Message;
using findings::ScanResult;

/// A run is known by how many inputs it has and which come first and last: a list of a million
/// paths is no name for it.
std::string in_words(const std::vector<std::string>& inputs) {
  if (inputs.empty()) return {};
  return std::to_string(inputs.size()) + " inputs, " + inputs.front() + " to " + inputs.back();
}

class Run {
 public:
  Run(const Scanner& scanner, const report::Words& words, const std::vector<std::string>& inputs,
      const RunOptions& options, const std::function<void(const ScanResult&)>& deliver,
      const std::function<void(const Message&)>& warn, const std::atomic<bool>& stop)
      : scanner_(scanner),
        words_(words),
        inputs_(inputs),
        options_(options),
        deliver_(deliver),
        warn_(warn),
        stop_(stop),
        progress_(options.progress) {}

  RunSummary run() {
    summary_.tally.total = inputs_.size();
    if (!options_.store.empty()) open_store();
    intake_.emplace(inputs_, options_.shard, options_.resume, store_ ? &*store_ : nullptr);
    if (options_.in_process) {
      run_here();
    } else {
      run_in_workers();
    }
    progress_.finish(summary_.tally);
    summary_.stopped = stop_ && summary_.tally.done < inputs_.size();
    if (store_) {
      store_->commit();
      if (!summary_.stopped) store_->finish_run();
    }
    return summary_;
  }

 private:
  void open_store() {
    store_.emplace(options_.store);
    store_->begin_run({in_words(inputs_), options_.shard.name(),
                       settings_hash(scanner_, words_.version()), scanner_.catalog().ruleset(),
                       words_.version()});
  }

  void run_here() {
    while (!stop_) {
      const std::optional<Job> job = next_job().job;
      if (!job) break;
      run_test_hook(job->path);
      try {
        take(*job, scanner_.scan(job->path));
      } catch (const UsageError& error) {
        take(*job, unscanned(job->path, {"gap.cannot-open", {error.what()}}));
      }
      progress_.show(summary_.tally);
    }
  }

  void run_in_workers() {
    PoolOptions pool_options = options_.workers;
    if (pool_options.jobs == 0)
      pool_options.jobs = std::max(1U, std::thread::hardware_concurrency());
    if (!inputs_.empty() && pool_options.jobs > inputs_.size())
      pool_options.jobs = static_cast<unsigned>(inputs_.size());
    const Line line = deliver_ || !store_ ? Line::wire : Line::rows;
    Pool pool([this, line](
                  const std::string& path) { return scan_to_line(scanner_, words_, path, line); },
              pool_options,
              [this](const std::string& refused) {
                warn({"warning.sandbox", {refused}});
              });
    pool.run([this] { return next_job(); },
             [this, line](Outcome outcome) { finish(std::move(outcome), line); },
             [this] {
               if (store_) store_->commit_if_due();
               progress_.show(summary_.tally);
             },
             stop_);
  }

  /// The next input that has to be scanned; those that need not be are counted and left out.
  Next next_job() {
    // Results wait for those before them, so the fast must not run away from a slow one.
    constexpr std::uint64_t kAhead = 256;
    while (!stop_) {
      if (deliver_ && waiting_.size() > kAhead) return {std::nullopt, true};
      const std::optional<Intake::Input> input = intake_->next();
      if (!input) return {std::nullopt, intake_->more()};
      if (input->again) {  // counted as left out before
        --summary_.tally.done;
        --summary_.tally.skipped;
      }
      if (deliver_ && !input->again) waiting_.emplace(input->id, Waiting{});
      if (input->scanned && readable(input->id)) {
        return {Job{input->id, inputs_[input->id]}, true};
      }
      ++summary_.tally.done;
      ++summary_.tally.skipped;
      if (input->scanned) intake_->done(input->id, {});
      pass_on(input->id, std::nullopt);
      progress_.show(summary_.tally);
    }
    return {std::nullopt, false};
  }

  bool readable(std::uint64_t id) {
    const std::string& path = inputs_[id];
    if (::access(path.c_str(), R_OK) == 0) return true;
    warn({"warning.unreadable", {path, std::strerror(errno)}});
    ++summary_.unreadable;
    return false;
  }

  void finish(Outcome outcome, Line line) {
    if (outcome.failure == Failure::none && line == Line::rows) {
      take_rows(std::move(outcome));
      return;
    }
    std::optional<ScanResult> result;
    if (outcome.failure == Failure::none) {
      try {
        result = read_wire(outcome.answer);
      } catch (const FormatError&) {
        outcome.failure = Failure::crash;  // no answer that a healthy worker gives
      }
    }
    if (!result) {
      take_failure(outcome);
      return;
    }
    take(outcome.job, std::move(*result));
  }

  void take_failure(const Outcome& outcome) {
    ++summary_.tally.failed;
    take(outcome.job, unscanned(outcome), std::string(name(outcome.failure)), outcome.signal);
  }

  void take(const Job& job, ScanResult result, const std::string& failure = {}, int signal = 0) {
    summary_.tally.add(result);
    ++summary_.tally.done;
    if (store_) store_->put(intake_->stamp(job.id), to_row_line({&result, failure, signal}));
    intake_->done(job.id, result.identity.sha256);
    pass_on(job.id, std::move(result));
  }

  void take_rows(Outcome outcome) {
    try {
      const Written written = store_->put(intake_->stamp(outcome.job.id), outcome.answer);
      summary_.tally.add(written.tally);
      ++summary_.tally.done;
      intake_->done(outcome.job.id, written.sha256);
    } catch (const FormatError&) {
      outcome.failure = Failure::crash;
      take_failure(outcome);
    }
  }

  /// Delivers what is ready, in the order of the inputs; an input without a result only makes way.
  void pass_on(std::uint64_t id, std::optional<ScanResult> result) {
    if (!deliver_) return;
    const auto place = waiting_.find(id);
    if (place == waiting_.end()) {  // its turn has gone by
      if (result) hand_over(*result);
      return;
    }
    place->second = {true, std::move(result)};
    for (auto it = waiting_.begin(); it != waiting_.end() && it->second.done;
         it = waiting_.erase(it)) {
      if (it->second.result) hand_over(*it->second.result);
    }
  }

  void hand_over(const ScanResult& result) {
    progress_.clear();
    deliver_(result);
  }

  void warn(const Message& message) {
    progress_.clear();
    warn_(message);
  }

  /// An input whose turn to be delivered has not come.
  struct Waiting {
    bool done = false;
    std::optional<ScanResult> result;
  };

  const Scanner& scanner_;
  const report::Words& words_;
  const std::vector<std::string>& inputs_;
  const RunOptions& options_;
  const std::function<void(const ScanResult&)>& deliver_;
  const std::function<void(const Message&)>& warn_;
  const std::atomic<bool>& stop_;
  Progress progress_;
  RunSummary summary_;
  std::optional<Store> store_;
  std::optional<Intake> intake_;
  std::map<std::uint64_t, Waiting> waiting_;
};

}  // namespace

RunSummary run(const Scanner& scanner, const report::Words& words,
               const std::vector<std::string>& inputs, const RunOptions& options,
               const std::function<void(const ScanResult&)>& deliver,
               const std::function<void(const Message&)>& warn, const std::atomic<bool>& stop) {
  return Run(scanner, words, inputs, options, deliver, warn, stop).run();
}

}  // namespace loanlint::scan
