// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace loanlint::scan {

/// One of several machines or tasks that share a list.
struct Shard {
  std::uint32_t index = 0;  ///< counted from 0
  std::uint32_t count = 1;

  /// True when the file at `path` is this shard's. Decided by the file's content, so that every
  /// shard agrees whatever the order of the list, and copies of one file meet in one shard. A file
  /// that cannot be read belongs to the shard that its path falls to.
  bool owns(const std::string& path) const;

  std::string name() const;  ///< "2/4"
};

/// Reads "i/n" with i from 0 to n-1, or "auto": SLURM_ARRAY_TASK_ID with SLURM_ARRAY_TASK_COUNT
/// (and _MIN and _STEP, when the array is not 0, 1, 2, …), or JOB_COMPLETION_INDEX with
/// JOB_COMPLETIONS. "auto" outside of both is 0/1. Throws RunError.
Shard parse_shard(std::string_view text);

}  // namespace loanlint::scan
