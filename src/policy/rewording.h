// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "policy/normalise.h"

namespace loanlint::policy {

/// Words of Hong Kong and Taiwan as the mainland says them ("閣下" as "您"), so that patterns need
/// to know only one. Characters alone are not enough: "通訊紀錄" simplified is still "通讯纪录".
class Rewording {
 public:
  Rewording() = default;
  /// From word to word, both in any script.
  explicit Rewording(const std::map<std::string, std::string>& words);

  /// normalise(), and every word it knows replaced; where two begin, the longer one.
  Normalised normalise(std::string_view original) const;

 private:
  using Word = std::pair<std::string, std::string>;
  const Word* word_at(std::string_view text, std::size_t at) const;

  static constexpr std::size_t kHead = 3;  // bytes of a Chinese character
  static std::size_t slot(std::string_view text, std::size_t at) {
    return (static_cast<unsigned char>(text[at + 1]) & 0x3FU) << 6U |
           (static_cast<unsigned char>(text[at + 2]) & 0x3FU);
  }

  std::bitset<4096> heads_;  // by slot(): most characters begin no word
  std::unordered_map<std::string, std::vector<Word>> words_;  // by first character, longest first
};

}  // namespace loanlint::policy
