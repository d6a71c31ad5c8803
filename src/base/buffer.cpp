// SPDX-License-Identifier: Apache-2.0
#include "base/buffer.h"

#include <sys/mman.h>

#include <cstdlib>
#include <new>

#include "base/limits.h"

namespace loanlint {
namespace {

constexpr std::size_t kLargePage = 2 * kMiB;

}  // namespace

void* allocate_bulk(std::size_t size) {
  if (size < kLargePage) {
    void* const memory = std::malloc(size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
  }
  // Not std::aligned_alloc, which takes multiples of the alignment only.
  void* memory = nullptr;
  if (::posix_memalign(&memory, kLargePage, size) != 0) throw std::bad_alloc();
  // Whole pages only: a half-used one would be memory that no limit counts. Where the kernel has
  // none to give, it says no, and the memory is as good as any other.
  ::madvise(memory, size / kLargePage * kLargePage, MADV_HUGEPAGE);
  return memory;
}

void free_bulk(void* memory) noexcept { std::free(memory); }

}  // namespace loanlint
