// SPDX-License-Identifier: Apache-2.0
#include "catalog/words.h"

namespace loanlint::catalog {
namespace {

constexpr char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool is_word(char c) {
  const char s = small(c);
  return (s >= 'a' && s <= 'z') || (s >= '0' && s <= '9');
}

}  // namespace

Words::Words(std::vector<std::string> words, Match match)
    : words_(std::move(words)), match_(match) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    for (char& c : words_[i]) c = small(c);
    if (words_[i].empty()) continue;
    by_first_[static_cast<unsigned char>(words_[i].front())].push_back(
        static_cast<std::uint32_t>(i));
  }
}

bool Words::matches(std::string_view text, std::size_t at, const std::string& word) const {
  if (word.size() > text.size() - at) return false;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (small(text[at + i]) != word[i]) return false;
  }
  if (match_ == Match::inside) return true;
  const std::size_t end = at + word.size();
  if (at > 0 && is_word(word.front()) && is_word(text[at - 1])) return false;
  return end == text.size() || !is_word(word.back()) || !is_word(text[end]);
}

std::vector<std::size_t> Words::in(std::string_view text) const {
  std::vector<bool> found(words_.size(), false);
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const std::uint32_t i : by_first_[static_cast<unsigned char>(small(text[at]))]) {
      if (!found[i] && matches(text, at, words_[i])) found[i] = true;
    }
  }
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) out.push_back(i);
  }
  return out;
}

}  // namespace loanlint::catalog
