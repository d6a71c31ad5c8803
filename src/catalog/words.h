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
/// inside words. Words have at least kShortest bytes and are fewer than 65,535.
class Words {
 public:
  enum class Match : std::uint8_t { whole, inside };
  static constexpr std::size_t kShortest = 3;

  /// A word that a text holds.
  struct Hit {
    std::size_t word = 0;  ///< its place in the list
    std::size_t at = 0;    ///< bytes before it, where it stands first

    bool operator==(const Hit&) const = default;
  };

  Words(std::vector<std::string> words, Match match);

  std::size_t size() const { return words_.size(); }
  /// The words that the text holds, in the order of the list.
  std::vector<Hit> in(std::string_view text) const;

 private:
  static constexpr std::size_t kBuckets = 4096;
  static constexpr std::uint16_t kNone = 0xffff;

  bool matches(std::string_view text, std::size_t at, const std::string& word) const;

  std::vector<std::string> words_;  // latin letters made small
  Match match_;
  std::array<std::uint16_t, kBuckets> first_;  // hash of three bytes → first word
  std::vector<std::uint16_t> next_;            // word → next of the same hash
};

}  // namespace loanlint::catalog
