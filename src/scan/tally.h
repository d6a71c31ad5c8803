// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

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

}  // namespace loanlint::scan
