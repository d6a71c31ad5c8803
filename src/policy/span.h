// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace loanlint::policy {

/// Bytes [start, end) of some text; the default stands for "nowhere".
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;
  bool empty() const { return end <= start; }
};

}  // namespace loanlint::policy
