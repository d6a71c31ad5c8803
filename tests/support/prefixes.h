// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace loanlint::testing {

/// Cuts `whole` short at every length and checks that `parse(Bytes)` either accepts the piece or
/// throws FormatError at a place inside it; run under ASan this is the cheapest fuzzer there is.
template <class Parse>
void check_every_prefix(Bytes whole, Parse parse) {
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    // A buffer of exactly this size, so that ASan sees one byte too far.
    const std::vector<std::uint8_t> exact(whole.begin(), whole.begin() + static_cast<long>(size));
    try {
      parse(Bytes(exact));
    } catch (const FormatError& error) {
      CHECK(error.offset() <= size);
    }
  }
}

}  // namespace loanlint::testing
