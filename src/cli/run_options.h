// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

#include "cli/commands.h"
#include "scan/run.h"

namespace loanlint::cli {

/// What the flags of `scan` say about how to run over many packages. Throws ArgumentError.
scan::RunOptions run_options(const Call& call);

/// While it lives, SIGINT and SIGTERM set stopped() instead of ending the program.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  static const std::atomic<bool>& stopped();
};

}  // namespace loanlint::cli
