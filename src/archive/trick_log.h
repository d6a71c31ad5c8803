// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "findings/gap.h"

namespace loanlint::archive {

/// Collects tricks, each id at most so often: a package of a million odd entries is one oddity.
class TrickLog {
 public:
  explicit TrickLog(std::size_t most_of_each) : most_of_each_(most_of_each) {}

  void add(std::string_view id, std::string_view entry, std::uint64_t offset, std::string detail);
  /// As add(), unless this id has been noted for this entry.
  void add_once(std::string_view id, std::string_view entry, std::uint64_t offset,
                std::string detail);
  bool has(std::string_view id) const { return counts_.find(id) != counts_.end(); }

  const std::vector<findings::Trick>& tricks() const { return tricks_; }

 private:
  std::size_t most_of_each_;
  std::vector<findings::Trick> tricks_;
  std::map<std::string, std::size_t, std::less<>> counts_;
};

/// "0x2a3b"
std::string hex(std::uint64_t number);

}  // namespace loanlint::archive
