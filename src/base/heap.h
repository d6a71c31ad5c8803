// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "base/limits.h"

namespace loanlint {

/// What prepare_heap() holds ready.
inline constexpr std::size_t kHeapReserve = 64 * kMiB;

/// Prepares the heap for one package after the other, at the start of a program: it grows by
/// kHeapReserve at once, in the large pages of the machine where it has them, and what is freed is
/// kept for the next package. The first touch of a page, and asking for it again, cost a third of
/// a scan. What is never touched takes no memory.
void prepare_heap();

/// Gives back what of the heap was never touched: a cap on memory would not count it.
void give_back_heap_reserve();

}  // namespace loanlint
