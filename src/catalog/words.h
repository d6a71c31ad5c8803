// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::catalog {

/// Many words looked for in one pass over a text.
///
/// Latin letters match in either case. A word that begins (or ends) with a latin letter or digit
/// matches only where no other one stands before (or after) it, unless the set was made to match
/// inside words. Time is linear in the text for words that share few beginnings.
class Words {
 public:
  enum class Match : std::uint8_t { whole, inside };

  Words(std::vector<std::string> words, Match match);

  /// Which words the text holds, by their place in the list, in that order.
  std::vector<std::size_t> in(std::string_view text) const;

 private:
  bool matches(std::string_view text, std::size_t at, const std::string& word) const;

  std::vector<std::string> words_;  // latin letters made small
  Match match_;
  std::array<std::vector<std::uint32_t>, 256> by_first_;  // small first byte → words
};

}  // namespace loanlint::catalog
