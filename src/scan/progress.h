// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "findings/scan_result.h"

namespace loanlint::scan {

/// Where a run stands.
struct Tally {
  std::uint64_t total = 0;                  ///< inputs of the run
  std::uint64_t done = 0;                   ///< scanned, skipped or failed
  std::uint64_t skipped = 0;                ///< results the store had already
  std::uint64_t failed = 0;                 ///< a worker crashed, timed out or ran out of memory
  std::uint64_t gaps = 0;                   ///< packages that could not be fully read
  std::uint64_t bytes = 0;                  ///< of the packages scanned
  std::array<std::uint64_t, 5> findings{};  ///< by severity, open questions and good signs left out

  void add(const findings::ScanResult& result);
  /// Adds the bytes, gaps and findings of `other`.
  void add(const Tally& other);
};

enum class ProgressForm : std::uint8_t { none, line, json };

/// Shows where a run stands: one line redrawn in place, or one JSON object a line; at most ten
/// times a second.
class Progress {
 public:
  /// `write` gets the bytes to show; they go to standard error.
  Progress(ProgressForm form, std::function<void(const std::string&)> write);
  void show(const Tally& tally);
  /// The last state, and for the line form an end to it.
  void finish(const Tally& tally);

 private:
  using Clock = std::chrono::steady_clock;
  std::string line(const Tally& tally) const;

  ProgressForm form_;
  std::function<void(const std::string&)> write_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_{};
};

/// The state after `seconds`, as both forms say it.
std::string progress_line(const Tally& tally, double seconds);
std::string progress_json(const Tally& tally, double seconds);

}  // namespace loanlint::scan
