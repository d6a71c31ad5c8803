// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace loanlint {

/// Memory for `size` bytes. Where it is large it asks for the large pages of the machine: a package
/// is inflated into it from end to end, and each page costs its first touch. Throws std::bad_alloc.
void* allocate_bulk(std::size_t size);
void free_bulk(void* memory) noexcept;

/// An allocator of bulk memory that leaves new elements unwritten, where std::allocator writes
/// zeros: they are about to be written anyway.
template <class Value>
struct BulkAllocator {
  using value_type = Value;

  BulkAllocator() = default;
  template <class Other>
  BulkAllocator(const BulkAllocator<Other>&) {}  // NOLINT(google-explicit-constructor)

  Value* allocate(std::size_t count) {
    return static_cast<Value*>(allocate_bulk(count * sizeof(Value)));
  }
  void deallocate(Value* memory, std::size_t) noexcept { free_bulk(memory); }

  template <class Other>
  void construct(Other* at) {
    ::new (static_cast<void*>(at)) Other;
  }
  template <class Other, class From>
  void construct(Other* at, From&& from) {
    ::new (static_cast<void*>(at)) Other(static_cast<Other>(std::forward<From>(from)));
  }

  bool operator==(const BulkAllocator&) const { return true; }
};

/// Bytes of its own, to read into.
using Buffer = std::vector<std::uint8_t, BulkAllocator<std::uint8_t>>;

}  // namespace loanlint
