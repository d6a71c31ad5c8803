// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace loanlint {

/// A character that must not stand in some format as it is, and what stands for it there.
struct Escape {
  char character;
  std::string_view written;
};

/// `text` with the characters of `escapes`, which must be ASCII, written as these say.
std::string escape(std::string_view text, std::span<const Escape> escapes);

}  // namespace loanlint
