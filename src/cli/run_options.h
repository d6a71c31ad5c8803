// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <atomic>
#include <csignal>

#include "cli/commands.h"
#include "scan/run.h"

namespace loanlint::cli {

/// What the flags of `scan` and `worker` say about worker processes. Throws ArgumentError.
scan::PoolOptions pool_options(const Call& call);

/// What the flags of `scan` say about how to run over many packages. Throws ArgumentError.
scan::RunOptions run_options(const Call& call);

/// While it lives, signals that ask a program to end (Ctrl-C, a batch system, a terminal that is
/// closed) set stopped() instead.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;
  static const std::atomic<bool>& stopped();
  /// Sets stopped() without a signal.
  static void stop();

 private:
  static constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};
  std::array<void (*)(int), kSignals.size()> before_{};
};

}  // namespace loanlint::cli
