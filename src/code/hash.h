// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace loanlint::code {

/// Mixes `value` into `seed`, as the tables of classes and methods need it: fast, and good enough
/// for names. (The multiplier is 2^64 divided by the golden ratio, made odd.)
inline std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
  const std::uint64_t product = (seed ^ value) * 0x9e3779b97f4a7c15U;
  return product ^ (product >> 29);
}

/// A 64-bit hash of a name, eight bytes at a time.
inline std::uint64_t hash_name(std::string_view text) {
  std::uint64_t hash = mix(0x5bd1e995, text.size());
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, 8);
    hash = mix(hash, eight);
  }
  std::uint64_t rest = 0;
  if (left > 0) std::memcpy(&rest, at, left);
  return mix(hash, rest);
}

/// Numbers by 64-bit hash. The hash is the key: two names of the same hash would be one.
class HashIndex {
 public:
  static constexpr std::uint32_t kAbsent = 0xffffffff;

  explicit HashIndex(std::size_t expected = 0) : rows_(std::bit_ceil(expected * 2 + 8)) {}

  /// Adds a row unless there is one of this hash; true when it was added. `value` is not kAbsent.
  bool add(std::uint64_t hash, std::uint32_t value) {
    if ((size_ + 1) * 2 > rows_.size()) grow();
    Row& row = rows_[place(hash)];
    if (row.value != kAbsent) return false;
    row = {hash, value};
    ++size_;
    return true;
  }

  /// kAbsent when there is no such row.
  std::uint32_t find(std::uint64_t hash) const { return rows_[place(hash)].value; }
  std::size_t size() const { return size_; }

 private:
  struct Row {
    std::uint64_t hash = 0;
    std::uint32_t value = kAbsent;
  };

  /// Where the hash stands, or would.
  std::size_t place(std::uint64_t hash) const {
    std::size_t at = hash & (rows_.size() - 1);
    while (rows_[at].value != kAbsent && rows_[at].hash != hash) at = (at + 1) & (rows_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Row> old(rows_.size() * 2);
    std::swap(old, rows_);
    for (const Row& row : old) {
      if (row.value != kAbsent) rows_[place(row.hash)] = row;
    }
  }

  std::vector<Row> rows_;  // a power of two, at most half full
  std::size_t size_ = 0;
};

}  // namespace loanlint::code
