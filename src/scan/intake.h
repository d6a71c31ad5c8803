// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "scan/shard.h"
#include "scan/store.h"

namespace loanlint::scan {

/// Decides which inputs of a run have to be scanned, each at its turn. Left out are those of other
/// shards, those whose result the store has, and copies of one that is scanned in this run.
class Intake {
 public:
  /// What becomes of the next input.
  struct Input {
    std::uint64_t id = 0;
    bool scanned = true;  ///< false: left out
    bool again = false;   ///< it was left out before, wrongly
  };

  /// Without a `store` every input of the shard is scanned. Looks at the size and time of every
  /// file: what changes while the run lasts is seen by the next one.
  Intake(const std::vector<std::string>& inputs, Shard shard, bool resume, Store* store);

  /// The next input; nothing while there is none.
  std::optional<Input> next();
  /// False when next() will give nothing any more, whatever becomes of the inputs under way.
  bool more() const;

  const std::string& path(std::uint64_t id) const { return inputs_[id]; }
  /// The file as it was when the run began.
  FileStamp stamp(std::uint64_t id) const;

  /// Has to be told of every input given as `scanned` that is done: its copies are noted in the
  /// store with it. When it is not what it was at its turn (it changed, or went away), its copies
  /// are inputs again.
  void done(std::uint64_t id, const std::string& sha256);

 private:
  /// Size and time of change of an input; a negative size when it cannot be looked at.
  struct Stamp {
    std::int64_t size = -1;
    std::int64_t mtime_ns = 0;
  };

  bool needed(std::uint64_t id);

  const std::vector<std::string>& inputs_;
  Shard shard_;
  bool resume_;
  Store* store_;
  std::vector<Stamp> stamps_;
  std::unordered_set<std::int64_t> shared_sizes_;
  /// A package that some input of this run holds.
  struct Met {
    bool done = false;
    std::vector<std::uint64_t> copies;  ///< inputs that wait until it is done
  };
  std::unordered_map<std::int64_t, Met> met_;
  /// What an input under way was when its turn came.
  std::unordered_map<std::uint64_t, std::int64_t> expected_;
  std::deque<std::uint64_t> again_;
  std::uint64_t next_ = 0;
};

}  // namespace loanlint::scan
