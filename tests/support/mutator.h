// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace loanlint::testing {

/// Makes damaged files out of good ones; the same seed gives the same files.
///
/// Knows nothing of any format but this: fields are little-endian, and the bytes that matter stand
/// near `PK` signatures and near the end as often as anywhere.
class Mutator {
 public:
  explicit Mutator(std::uint64_t seed) : random_(seed) {}

  /// One of `seeds` with one change, or up to four.
  std::string mutate(const std::vector<std::string>& seeds);

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  std::size_t place(const std::string& bytes);
  void change(std::string& bytes, const std::vector<std::string>& seeds);

  std::mt19937_64 random_;
};

}  // namespace loanlint::testing
