// SPDX-License-Identifier: Apache-2.0
#include "scan/run.h"

#include <sys/stat.h>

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <thread>
#include <unordered_map>
#include <utility>

#include "base/error.h"
#include "base/source.h"
#include "catalog/catalog.h"
#include "report/json.h"
#include "report/read_json.h"
#include "scan/store.h"
#include "scan/test_hooks.h"

namespace loanlint::scan {
namespace {

using findings::Message;
using findings::ScanResult;

std::string_view name(Failure failure) {
  switch (failure) {
    case Failure::crash:
      return "crash";
    case Failure::timeout:
      return "timeout";
    case Failure::memory:
      return "memory";
    case Failure::none:
      break;
  }
  return "";
}

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileStamp{path, static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec};
}

std::string hash_of(const std::string& path) {
  try {
    return sha256_hex(*open_file(path));
  } catch (const std::runtime_error&) {
    return {};
  }
}

/// The result of a package that could not be scanned, for a reason outside of it.
ScanResult result_with_gap(const std::string& path, Message what) {
  ScanResult result;
  result.identity.path = path;
  result.identity.input = "unknown";
  if (const std::optional<FileStamp> stamp = stamp_of(path)) result.identity.size = stamp->size;
  result.identity.sha256 = hash_of(path);
  result.gaps.push_back({"", 0, std::move(what), ""});
  result.verdict = findings::verdict(result);
  return result;
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
        progress_(options.progress, options.progress_write) {}

  RunSummary run() {
    summary_.tally.total = inputs_.size();
    if (!options_.store.empty()) open_store();
    if (options_.in_process) {
      run_here();
    } else {
      run_in_workers();
    }
    progress_.finish(summary_.tally);
    summary_.stopped = stop_ && next_ < inputs_.size();
    if (store_) {
      store_->commit();
      if (!summary_.stopped) store_->finish_run();
    }
    return summary_;
  }

 private:
  void open_store() {
    store_.emplace(options_.store);
    std::string roots;
    // A run is known by how many inputs it has and which come first and last: a list of a million
    // paths is no name for it.
    if (!inputs_.empty()) {
      roots =
          std::to_string(inputs_.size()) + " inputs, " + inputs_.front() + " to " + inputs_.back();
    }
    store_->begin_run(roots, scanner_.catalog().ruleset(), words_.version());
    // Only files of equal size can be copies of each other.
    for (const std::string& path : inputs_) {
      if (const std::optional<FileStamp> stamp = stamp_of(path)) {
        if (!sizes_.insert(stamp->size).second) shared_sizes_.insert(stamp->size);
      }
    }
    sizes_.clear();
  }

  void run_here() {
    while (!stop_) {
      const std::optional<Job> job = next_job().job;
      if (!job) break;
      const Outcome outcome{*job, {}, Failure::none, 0};
      run_test_hook(job->path);
      try {
        take(*job, scanner_.scan(job->path), outcome);
      } catch (const UsageError& error) {
        take(*job, result_with_gap(job->path, {"gap.cannot-open", {error.what()}}), outcome);
      }
      progress_.show(summary_.tally);
    }
  }

  void run_in_workers() {
    PoolOptions pool_options;
    pool_options.jobs =
        options_.jobs != 0 ? options_.jobs : std::max(1U, std::thread::hardware_concurrency());
    if (!inputs_.empty() && pool_options.jobs > inputs_.size())
      pool_options.jobs = static_cast<unsigned>(inputs_.size());
    pool_options.timeout = options_.timeout;
    pool_options.memory_mib = options_.memory_mib;
    Pool pool(
        [this](const std::string& path) {
          return scan_to_line(scanner_, words_, path, Line::whole);
        },
        pool_options,
        [this](const std::string& refused) {
          warn_({"warning.sandbox", {refused}});
        });
    pool.run([this] { return next_job(); }, [this](Outcome outcome) { finish(std::move(outcome)); },
             [this] { progress_.show(summary_.tally); }, stop_);
  }

  /// The next input that has to be scanned; those that need not be are counted and left out.
  Next next_job() {
    // Results wait for those before them, so the fast must not run away from a slow one.
    constexpr std::uint64_t kAhead = 256;
    if (next_ > delivered_ + kAhead) return {std::nullopt, next_ < inputs_.size()};
    for (; next_ < inputs_.size(); ++next_) {
      const std::string& path = inputs_[next_];
      if (!options_.shard.owns(path) || known(path)) {
        ++summary_.tally.done;
        ++summary_.tally.skipped;
        waiting_[next_] = std::nullopt;
        deliver_ready();
        progress_.show(summary_.tally);
        continue;
      }
      Job job{next_, path};
      ++next_;
      return {std::move(job), true};
    }
    return {std::nullopt, false};
  }

  /// True when the store has what this file would give, or will have once a copy is done.
  bool known(const std::string& path) {
    if (!store_) return false;
    const std::optional<FileStamp> stamp = stamp_of(path);
    if (!stamp) return false;
    if (options_.resume && store_->has_file(*stamp)) return true;
    if (!shared_sizes_.contains(stamp->size) && !store_->has_size(stamp->size)) return false;
    const std::string hash = hash_of(path);
    if (hash.empty()) return false;
    const bool here = seen_.contains(package_id(hash));
    if (here && !store_->has_package(hash)) {
      copies_[hash].push_back(*stamp);  // its twin is being scanned just now
      return true;
    }
    if (here || (options_.resume && store_->has_package(hash))) {
      store_->put_copy(*stamp, hash);
      return true;
    }
    seen_.insert(package_id(hash));
    return false;
  }

  void finish(Outcome outcome) {
    if (outcome.failure != Failure::none) {
      const Message what{"gap.worker-" + std::string(name(outcome.failure)),
                         {std::to_string(outcome.signal)}};
      take(outcome.job, result_with_gap(outcome.job.path, what), outcome);
      return;
    }
    take(outcome.job, report::read_json(outcome.answer, outcome.job.path), outcome);
  }

  void take(const Job& job, ScanResult result, const Outcome& outcome) {
    Tally& tally = summary_.tally;
    ++tally.done;
    if (outcome.failure != Failure::none) ++tally.failed;
    tally.add(result);
    keep(job, result, outcome);
    // Without anybody to deliver to, only the place in line is kept.
    waiting_[job.id] = deliver_ ? std::optional(std::move(result)) : std::nullopt;
    deliver_ready();
  }

  void keep(const Job& job, const ScanResult& result, const Outcome& outcome) {
    if (!store_) return;
    const std::optional<FileStamp> stamp = stamp_of(job.path);
    if (!stamp || result.identity.sha256.empty()) return;
    store_->put(*stamp, {&result, std::string(name(outcome.failure)), outcome.signal});
    const auto copies = copies_.find(result.identity.sha256);
    if (copies == copies_.end()) return;
    for (const FileStamp& copy : copies->second) store_->put_copy(copy, result.identity.sha256);
    copies_.erase(copies);
  }

  void deliver_ready() {
    for (auto it = waiting_.begin(); it != waiting_.end() && it->first == delivered_;
         it = waiting_.erase(it)) {
      if (it->second && deliver_) deliver_(*it->second);
      ++delivered_;
    }
  }

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
  std::set<std::uint64_t> sizes_;
  std::set<std::uint64_t> shared_sizes_;
  std::set<std::int64_t> seen_;                                     // packages met in this run
  std::unordered_map<std::string, std::vector<FileStamp>> copies_;  // waiting for their twin
  std::map<std::uint64_t, std::optional<ScanResult>> waiting_;      // done, but not their turn
  std::uint64_t next_ = 0;
  std::uint64_t delivered_ = 0;
};

}  // namespace

std::string scan_to_line(const Scanner& scanner, const report::Words& words,
                         const std::string& path, Line line) {
  run_test_hook(path);
  const auto written = [&](const ScanResult& result) {
    return line == Line::whole ? report::to_whole_json(result, words)
                               : report::to_json(result, words, -1);
  };
  try {
    return written(scanner.scan(path));
  } catch (const UsageError& error) {
    return written(result_with_gap(path, {"gap.cannot-open", {error.what()}}));
  }
}

RunSummary run(const Scanner& scanner, const report::Words& words,
               const std::vector<std::string>& inputs, const RunOptions& options,
               const std::function<void(const ScanResult&)>& deliver,
               const std::function<void(const Message&)>& warn, const std::atomic<bool>& stop) {
  return Run(scanner, words, inputs, options, deliver, warn, stop).run();
}

}  // namespace loanlint::scan
