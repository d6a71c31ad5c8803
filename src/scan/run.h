// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "findings/scan_result.h"
#include "report/words.h"
#include "scan/pool.h"
#include "scan/progress.h"
#include "scan/scanner.h"
#include "scan/shard.h"

namespace loanlint::scan {

struct RunOptions {
  PoolOptions workers;      ///< jobs 0: as many as the machine has cores
  bool in_process = false;  ///< no workers: for measuring, and for finding faults
  std::string store;        ///< path of the store; empty: none
  bool resume = false;      ///< leave out what the store has already
  Shard shard;
  ProgressOptions progress;
};

/// What a run over many inputs came to.
struct RunSummary {
  Tally tally;
  std::uint64_t unreadable = 0;  ///< inputs that could not be opened; `warn` was told of each
  bool stopped = false;          ///< by `stop`, before all inputs were done
};

/// Scans `inputs` with worker processes and hands each result to `deliver`, in the order of the
/// inputs, whichever worker was faster. Inputs that the store has already are not delivered.
/// Without `deliver` the results go to the store and the tally alone, which costs far less. A
/// worker that fails costs one input, whose result says so with a Gap. `warn` is told, as messages,
/// what went wrong beside the results. Throws RunError for a store that cannot be used; what was
/// committed to it by then stays.
RunSummary run(const Scanner& scanner, const report::Words& words,
               const std::vector<std::string>& inputs, const RunOptions& options,
               const std::function<void(const findings::ScanResult&)>& deliver,
               const std::function<void(const findings::Message&)>& warn,
               const std::atomic<bool>& stop);

}  // namespace loanlint::scan
