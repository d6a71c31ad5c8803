// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace loanlint::policy {

/// A traditional Chinese character and the simplified one that stands for it.
struct Simplified {
  char32_t traditional;
  char32_t simplified;
};

/// ICU's Hant-Hans, character by character, by code point; written by the build
/// (make_simplified.cpp).
std::span<const Simplified> simplified();

}  // namespace loanlint::policy
