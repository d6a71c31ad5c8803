// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

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

}  // namespace loanlint::code
