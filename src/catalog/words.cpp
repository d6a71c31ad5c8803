// SPDX-License-Identifier: Apache-2.0
#include "catalog/words.h"

#include <array>
#include <cassert>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

constexpr std::array<char, 256> kSmall = [] {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i)
    table[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i - 'A' + 'a' : i);
  return table;
}();

char small(char c) { return kSmall[static_cast<unsigned char>(c)]; }

bool is_word(char c) {
  const char s = small(c);
  return (s >= 'a' && s <= 'z') || (s >= '0' && s <= '9');
}

/// The last three bytes read, latin letters made small.
class Window {
 public:
  void add(char c) { bytes_ = (bytes_ << 8 | static_cast<unsigned char>(small(c))) & 0xFFFFFF; }
  std::uint16_t hash() const { return static_cast<std::uint16_t>(bytes_ * 0x9E3779B1U >> 16); }

 private:
  std::uint32_t bytes_ = 0;
};

}  // namespace

Words::Words(std::vector<std::string> words, Match match)
    : words_(std::move(words)), match_(match), next_(words_.size(), kNone) {
  assert(words_.size() < kNone);
  if (words_.empty()) return;
  starts_.assign(kHashes, false);
  first_.assign(kBuckets, kNone);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::string& word = words_[i];
    assert(word.size() >= kShortest);
    for (char& c : word) c = small(c);
    Window window;
    for (std::size_t at = 0; at < kShortest; ++at) window.add(word[at]);
    starts_[window.hash()] = true;
    std::uint16_t& first = first_[window.hash() % kBuckets];
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

template <class Take>
void Words::each(std::string_view text, Take take) const {
  if (text.size() < kShortest || words_.empty()) return;
  Window window;
  for (std::size_t at = 0; at + 1 < kShortest; ++at) window.add(text[at]);
  for (std::size_t at = 0; at + kShortest <= text.size(); ++at) {
    window.add(text[at + kShortest - 1]);
    if (!starts_[window.hash()]) continue;
    for (std::uint16_t i = first_[window.hash() % kBuckets]; i != kNone; i = next_[i]) {
      if (!take(i, at)) return;
    }
  }
}

std::vector<Words::Hit> Words::in(std::string_view text) const {
  constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
  std::vector<std::size_t> first;  // by word; stays empty for most texts, which hold none
  each(text, [&](std::size_t word, std::size_t at) {
    const bool known = !first.empty() && first[word] != kNowhere;
    if (known || !matches(text, at, words_[word])) return true;
    if (first.empty()) first.assign(words_.size(), kNowhere);
    first[word] = at;
    return true;
  });
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < first.size(); ++i) {
    if (first[i] != kNowhere) hits.push_back({i, first[i]});
  }
  return hits;
}

bool Words::any_in(std::string_view text) const {
  bool found = false;
  each(text, [&](std::size_t word, std::size_t at) {
    found = matches(text, at, words_[word]);
    return !found;
  });
  return found;
}

std::vector<std::string> read_words(const Node& list) {
  for (const Node& item : list.items()) {
    if (item.text().size() < Words::kShortest) item.fail("expected at least 3 bytes");
  }
  return list.texts();
}

}  // namespace loanlint::catalog
