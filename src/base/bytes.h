// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace loanlint {

/// Bytes that somebody else owns.
using Bytes = std::span<const std::uint8_t>;

/// Leaves new elements unwritten where std::allocator would write zeros: they are about to be
/// read into, and a package's largest entries are read this way.
template <class Value>
struct UnwrittenAllocator : std::allocator<Value> {
  template <class Other>
  struct rebind {
    using other = UnwrittenAllocator<Other>;
  };
  using std::allocator<Value>::allocator;

  template <class Other>
  void construct(Other* at) {
    ::new (static_cast<void*>(at)) Other;
  }
  template <class Other, class From>
  void construct(Other* at, From&& from) {
    ::new (static_cast<void*>(at)) Other(static_cast<Other>(std::forward<From>(from)));
  }
};

/// Bytes of its own, to read into: growing it leaves the new ones unwritten.
using Buffer = std::vector<std::uint8_t, UnwrittenAllocator<std::uint8_t>>;

/// The bytes of `text`, as they are.
inline Bytes as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// `bytes` as characters, without any decoding.
inline std::string_view as_text(Bytes bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace loanlint
