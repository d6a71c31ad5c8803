// SPDX-License-Identifier: Apache-2.0
#include "scan/run.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/error.h"
#include "base/source.h"
#include "catalog/catalog.h"
#include "report/json.h"
#include "scan/run_error.h"
#include "scan/settings.h"
#include "scan/store.h"
#include "scan/test_hooks.h"
#include "scan/wire.h"

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
    summary_.stopped = stop_ && summary_.tally.done < inputs_.size();
    if (store_) {
      for (const auto& [hash, files] : copies_) {
        for (const FileStamp& file : files) store_->put_copy(file, hash);
      }
      store_->commit();
      if (!summary_.stopped) store_->finish_run();
    }
    return summary_;
  }

 private:
  /// Size and time of change of an input; a negative size when it cannot be looked at.
  struct Stamp {
    std::int64_t size = -1;
    std::int64_t mtime_ns = 0;
  };

  void open_store() {
    store_.emplace(options_.store);
    RunName name;
    // A run is known by how many inputs it has and which come first and last: a list of a million
    // paths is no name for it.
    if (!inputs_.empty()) {
      name.inputs =
          std::to_string(inputs_.size()) + " inputs, " + inputs_.front() + " to " + inputs_.back();
    }
    name.shard = options_.shard.name();
    name.settings = settings_hash(scanner_, words_.version());
    name.ruleset = scanner_.catalog().ruleset();
    name.tool = words_.version();
    store_->begin_run(name);
    stamps_.reserve(inputs_.size());
    std::vector<std::int64_t> sizes;
    sizes.reserve(inputs_.size());
    for (const std::string& path : inputs_) {
      const std::optional<FileStamp> stamp = stamp_of(path);
      stamps_.push_back(stamp ? Stamp{static_cast<std::int64_t>(stamp->size), stamp->mtime_ns}
                              : Stamp{});
      sizes.push_back(stamps_.back().size);
    }
    // Only files of equal size can be copies of each other.
    std::sort(sizes.begin(), sizes.end());
    for (std::size_t i = 1; i < sizes.size(); ++i) {
      if (sizes[i] == sizes[i - 1]) shared_sizes_.insert(sizes[i]);
    }
  }

  std::optional<FileStamp> stamp(std::uint64_t id) const {
    const Stamp& known = stamps_[id];
    if (known.size < 0) return std::nullopt;
    return FileStamp{inputs_[id], static_cast<std::uint64_t>(known.size), known.mtime_ns};
  }

  void run_here() {
    while (!stop_) {
      const std::optional<Job> job = next_job().job;
      if (!job) break;
      run_test_hook(job->path);
      try {
        take(*job, scanner_.scan(job->path));
      } catch (const UsageError& error) {
        take(*job, result_with_gap(job->path, {"gap.cannot-open", {error.what()}}));
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
    const Line line = deliver_ || !store_ ? Line::wire : Line::rows;
    Pool pool([this, line](
                  const std::string& path) { return scan_to_line(scanner_, words_, path, line); },
              pool_options,
              [this](const std::string& refused) {
                warn_({"warning.sandbox", {refused}});
              });
    pool.run([this] { return next_job(); },
             [this, line](Outcome outcome) { finish(std::move(outcome), line); },
             [this] { progress_.show(summary_.tally); }, stop_);
  }

  /// The next input that has to be scanned; those that need not be are counted and left out.
  Next next_job() {
    // Results wait for those before them, so the fast must not run away from a slow one.
    constexpr std::uint64_t kAhead = 256;
    if (deliver_ && next_ > delivered_ + kAhead) return {std::nullopt, next_ < inputs_.size()};
    for (; next_ < inputs_.size() && !stop_; ++next_) {
      if (known(next_) || !readable(next_)) {
        ++summary_.tally.done;
        ++summary_.tally.skipped;
        pass_on(next_, std::nullopt);
        progress_.show(summary_.tally);
        continue;
      }
      Job job{next_, inputs_[next_]};
      ++next_;
      return {std::move(job), true};
    }
    return {std::nullopt, false};
  }

  /// True when the input is another shard's, or the store has what it would give, or will have once
  /// a copy is done.
  bool known(std::uint64_t id) {
    const std::string& path = inputs_[id];
    if (!store_) return !options_.shard.owns(path);
    const std::optional<FileStamp> file = stamp(id);
    if (options_.resume && file && store_->has_file(*file)) return true;
    if (!options_.shard.owns(path)) return true;
    if (!file) return false;
    const bool shared = shared_sizes_.contains(static_cast<std::int64_t>(file->size));
    if (!shared && !(options_.resume && store_->has_size(file->size))) return false;
    const std::string hash = hash_of(path);
    if (hash.empty()) return false;
    const bool here = !seen_.insert(package_id(hash)).second;
    if ((here || options_.resume) && store_->has_package(hash)) {
      store_->put_copy(*file, hash);
      return true;
    }
    if (here) copies_[hash].push_back(*file);  // its twin is being scanned just now
    return here;
  }

  bool readable(std::uint64_t id) {
    const std::string& path = inputs_[id];
    if (::access(path.c_str(), R_OK) == 0) return true;
    warn_({"warning.unreadable", {path, std::strerror(errno)}});
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
    const std::string failure(name(outcome.failure));
    const Message what{"gap.worker-" + failure, {std::to_string(outcome.signal)}};
    take(outcome.job, result_with_gap(outcome.job.path, what), failure, outcome.signal);
  }

  void take(const Job& job, ScanResult result, const std::string& failure = {}, int signal = 0) {
    summary_.tally.add(result);
    ++summary_.tally.done;
    const std::optional<FileStamp> file = store_ ? stamp(job.id) : std::nullopt;
    if (file) put(*file, to_row_line({&result, failure, signal}));
    pass_on(job.id, std::move(result));
  }

  void take_rows(Outcome outcome) {
    try {
      // An input that went away after it was listed has no stamp, and nothing to be kept under.
      const std::optional<FileStamp> file = stamp(outcome.job.id);
      const Written written = put(file.value_or(FileStamp{outcome.job.path}), outcome.answer);
      summary_.tally.add(written.tally);
      ++summary_.tally.done;
      pass_on(outcome.job.id, std::nullopt);
    } catch (const FormatError&) {
      outcome.failure = Failure::crash;
      take_failure(outcome);
    }
  }

  Written put(const FileStamp& file, std::string line) {
    Written written = store_->put(file, std::move(line));
    const auto copies = copies_.find(written.sha256);
    if (copies != copies_.end()) {
      for (const FileStamp& copy : copies->second) store_->put_copy(copy, written.sha256);
      copies_.erase(copies);
    }
    return written;
  }

  /// Delivers what is ready, in the order of the inputs; an input without a result only makes way.
  void pass_on(std::uint64_t id, std::optional<ScanResult> result) {
    if (!deliver_) return;
    waiting_[id] = std::move(result);
    for (auto it = waiting_.begin(); it != waiting_.end() && it->first == delivered_;
         it = waiting_.erase(it)) {
      if (it->second) deliver_(*it->second);
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
  std::vector<Stamp> stamps_;  // of the inputs, as they were when the run began
  std::unordered_set<std::int64_t> shared_sizes_;
  std::unordered_set<std::int64_t> seen_;                           // packages met in this run
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
    if (line == Line::rows) return to_row_line({&result});
    return line == Line::wire ? to_wire(result) : report::to_json(result, words, -1);
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
