// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::catalog {

class Node;

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
  /// Whether the text holds any of the words.
  bool any_in(std::string_view text) const;

 private:
  static constexpr std::size_t kHashes = 0x10000;
  static constexpr std::size_t kBuckets = 4096;
  static constexpr std::uint16_t kNone = 0xffff;

  bool matches(std::string_view text, std::size_t at, const std::string& word) const;
  /// Gives take(word, at) the words that may stand at each place, until it returns false.
  template <class Take>
  void each(std::string_view text, Take take) const;

  std::vector<std::string> words_;  // latin letters made small
  Match match_;
  // Where there is no word, the first two are empty.
  std::vector<bool> starts_;          // hash of three bytes → whether a word starts so
  std::vector<std::uint16_t> first_;  // the same hash, shortened → first word
  std::vector<std::uint16_t> next_;   // word → next of the same hash
};

/// The words of a list in a rule file. Throws UsageError for one that is too short for Words.
std::vector<std::string> read_words(const Node& list);

}  // namespace loanlint::catalog
