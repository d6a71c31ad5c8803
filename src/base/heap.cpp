// SPDX-License-Identifier: Apache-2.0
#include "base/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace loanlint {
namespace {

void grow_heap(std::size_t size) {
  mallopt(M_TOP_PAD, static_cast<int>(size));
  void* const block = std::malloc(kMiB);
  const auto start = reinterpret_cast<std::uintptr_t>(block);
  std::free(block);
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  if (start == 0 || end < start || end - start > 2 * size) return;  // it was not the heap's
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const std::uintptr_t first = start / page * page;
  madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
}

}  // namespace

void prepare_heap() {
  mallopt(M_MMAP_THRESHOLD, 32 * kMiB);
  mallopt(M_TRIM_THRESHOLD, 256 * kMiB);
  grow_heap(kHeapReserve);
  mallopt(M_TOP_PAD, 4 * kMiB);
}

void give_back_heap_reserve() { malloc_trim(0); }

}  // namespace loanlint
