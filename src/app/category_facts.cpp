// SPDX-License-Identifier: Apache-2.0
#include "app/category_facts.h"

#include <algorithm>

namespace loanlint::app {
namespace {

/// What is quoted of a long text: the word with some characters around it, never half a character.
std::string around(const std::string& text, const std::string& word) {
  constexpr std::size_t kAround = 60;
  const std::size_t at = std::min(text.find(word), text.size());
  const auto is_inside = [&text](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  std::size_t start = at > kAround ? at - kAround : 0;
  while (is_inside(start)) ++start;
  std::size_t end = std::min(text.size(), at + word.size() + kAround);
  while (is_inside(end)) ++end;
  std::string excerpt = text.substr(start, end - start);
  std::replace(excerpt.begin(), excerpt.end(), '\n', ' ');
  return excerpt;
}

}  // namespace

findings::Fact category_fact(const catalog::Categories& categories,
                             const std::vector<CategoryText>& texts, std::size_t evidence_kept) {
  findings::Fact fact;
  if (texts.empty()) {
    fact.reason = {"why.category-unknown", {}};
    return fact;
  }
  std::vector<catalog::SignalText> signals;
  signals.reserve(texts.size());
  for (const CategoryText& text : texts) signals.push_back({text.in, text.text});
  const catalog::Categorised found = categories.categorise(signals);
  fact.value = found.value;
  if (found.category.empty()) {
    fact.reason = {"why.category-other", {}};
    return fact;
  }
  std::string words;
  for (const catalog::CategoryReason& reason : found.reasons) {
    if (reason.category != found.category || reason.signal->weight <= 0) continue;
    if (fact.evidence.size() == evidence_kept) break;
    const CategoryText& text = texts[reason.text];
    if (words.find(reason.word) == std::string::npos)
      words += (words.empty() ? "" : ", ") + reason.word;
    fact.evidence.push_back({text.entry, text.where, around(text.text, reason.word)});
  }
  fact.reason = {"why.category", {words}};
  return fact;
}

}  // namespace loanlint::app
