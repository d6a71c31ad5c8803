// SPDX-License-Identifier: Apache-2.0
#include "base/buffer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>

#include "base/limits.h"

namespace loanlint {
namespace {

TEST_CASE("a buffer keeps what it holds when it grows, and takes the same bytes") {
  for (const std::size_t size : {std::size_t{1}, 2 * kMiB - 1, 2 * kMiB, 5 * kMiB + 1}) {
    CAPTURE(size);
    Buffer buffer(size, 0x5a);
    buffer.resize(size * 3);
    CHECK(std::count(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(size), 0x5a) ==
          static_cast<std::ptrdiff_t>(size));
    std::fill(buffer.begin(), buffer.end(), std::uint8_t{1});
    const Buffer copy = buffer;
    CHECK(copy == buffer);
  }
}

TEST_CASE("large buffers lie on whole large pages") {
  const Buffer small(16);
  const Buffer large(2 * kMiB);
  CHECK(small.size() == 16);
  CHECK(reinterpret_cast<std::uintptr_t>(large.data()) % (2 * kMiB) == 0);
}

}  // namespace
}  // namespace loanlint
