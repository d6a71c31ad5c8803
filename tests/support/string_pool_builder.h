// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace loanlint::testing {

/// A string pool chunk to be written. The strings are honest; each field below is a lie that a
/// test may tell.
struct StringPoolBuilder {
  std::vector<std::string> strings = {};
  bool utf8 = false;
  std::uint16_t header_size = 28;
  std::uint32_t more_strings = 0;                      ///< added to the count that is written
  std::optional<std::uint32_t> styles_start = {};      ///< written though there are no styles
  std::optional<std::uint32_t> style_count = {};       ///< written though there are no styles
  std::optional<std::size_t> wrong_utf16_length = {};  ///< index of a UTF-8 string
  std::optional<std::size_t> unterminated = {};        ///< index of a string
  std::optional<std::uint32_t> strings_start = {};
  std::int64_t more_size = 0;  ///< added to the chunk size that is written

  std::vector<std::uint8_t> build() const;
};

}  // namespace loanlint::testing
