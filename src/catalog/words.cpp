// SPDX-License-Identifier: Apache-2.0
#include "catalog/words.h"

#include <cassert>

namespace loanlint::catalog {
namespace {

constexpr char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool is_word(char c) {
  const char s = small(c);
  return (s >= 'a' && s <= 'z') || (s >= '0' && s <= '9');
}

std::size_t hash(char a, char b, char c) {
  const auto byte = [](char x) {
    return static_cast<std::size_t>(static_cast<unsigned char>(small(x)));
  };
  return byte(a) * 31 + byte(b) * 17 + byte(c) * 257;
}

}  // namespace

Words::Words(std::vector<std::string> words, Match match)
    : words_(std::move(words)), match_(match), next_(words_.size(), kNone) {
  assert(words_.size() < kNone);
  first_.fill(kNone);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::string& word = words_[i];
    assert(word.size() >= kShortest);
    for (char& c : word) c = small(c);
    std::uint16_t& first = first_[hash(word[0], word[1], word[2]) % kBuckets];
    next_[i] = first;
    first = static_cast<std::uint16_t>(i);
  }
}

bool Words::matches(std::string_view text, std::size_t at, const std::string& word) const {
  if (word.size() > text.size() - at) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (small(text[at + i]) != word[i]) return false;
  }
  if (match_ == Match::inside) return true;
  const std::size_t end = at + word.size();
  if (at > 0 && is_word(word.front()) && is_word(text[at - 1])) return false;
  return end == text.size() || !is_word(word.back()) || !is_word(text[end]);
}

std::vector<Words::Hit> Words::in(std::string_view text) const {
  constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  std::vector<std::size_t> first;  // by word; stays empty for most texts, which hold none
  for (std::size_t at = 0; at + kShortest <= text.size(); ++at) {
    const std::size_t bucket = hash(text[at], text[at + 1], text[at + 2]) % kBuckets;
    for (std::uint16_t i = first_[bucket]; i != kNone; i = next_[i]) {
      const bool known = !first.empty() && first[i] != kNowhere;
      if (known || !matches(text, at, words_[i])) continue;
      if (first.empty()) first.assign(words_.size(), kNowhere);
      first[i] = at;
    }
  }
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] != kNowhere) hits.push_back({i, first[i]});
  }
  return hits;
}

}  // namespace loanlint::catalog
