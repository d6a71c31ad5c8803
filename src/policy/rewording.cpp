// SPDX-License-Identifier: Apache-2.0
#include "policy/rewording.h"

#include <algorithm>

namespace loanlint::policy {

Rewording::Rewording(const std::map<std::string, std::string>& words) {
  for (const auto& [from, to] : words) {
    Word word = {policy::normalise(from).text, policy::normalise(to).text};
    if (word.first.size() < kHead) continue;
    heads_.set(slot(word.first, 0));
    words_[word.first.substr(0, kHead)].push_back(std::move(word));
  }
  for (auto& [head, list] : words_) {
    std::sort(list.begin(), list.end(), [](const Word& a, const Word& b) {
      return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a < b;
    });
  }
}

const Rewording::Word* Rewording::word_at(std::string_view text, std::size_t at) const {
  if (at + kHead > text.size() || (static_cast<unsigned char>(text[at]) & 0xF0U) != 0xE0U ||
      !heads_.test(slot(text, at))) {
    return nullptr;
  }
  const auto list = words_.find(std::string(text.substr(at, kHead)));
  if (list == words_.end()) return nullptr;
  for (const Word& word : list->second) {
    if (text.substr(at, word.first.size()) == word.first) return &word;
  }
  return nullptr;
}

Normalised Rewording::normalise(std::string_view original) const {
  Normalised plain = policy::normalise(original);
  Normalised out;
  std::size_t copied = 0;  // bytes of plain.text that `out` has
  for (std::size_t at = 0; at < plain.text.size();) {
    const Word* word = word_at(plain.text, at);
    if (word == nullptr) {
      ++at;
      continue;
    }
    out.append(plain, copied, at);
    out.note(plain.original(at));
    out.text += word->second;
    at += word->first.size();
    copied = at;
  }
  if (copied == 0) return plain;
  out.append(plain, copied, plain.text.size());
  out.note(plain.original(plain.text.size()));
  return out;
}

}  // namespace loanlint::policy
