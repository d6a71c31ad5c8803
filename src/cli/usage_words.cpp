// SPDX-License-Identifier: Apache-2.0
#include "cli/usage_words.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace loanlint::cli {
namespace {

constexpr std::string_view kPrefix = "usage.";
constexpr std::string_view kMeant = "usage.meant";
const std::vector<std::string> kPlaces{"{0}", "{1}", "{2}"};

/// What the places of a sentence hold when it reads `text`; nothing when it does not.
std::optional<std::vector<std::string>> match(std::string_view sentence, std::string_view text) {
  std::vector<std::string> found;
  while (true) {
    const std::string place = found.size() < kPlaces.size() ? kPlaces[found.size()] : "";
    const std::size_t at = place.empty() ? sentence.npos : sentence.find(place);
    const std::string_view literal = sentence.substr(0, at);
    if (!text.starts_with(literal)) return std::nullopt;
    text.remove_prefix(literal.size());
    if (at == sentence.npos) {
      if (!text.empty()) return std::nullopt;
      return found;
    }
    sentence.remove_prefix(at + place.size());
    const std::string_view next = sentence.substr(0, sentence.find('{'));
    const std::size_t end = next.empty() ? text.size() : text.find(next);
    if (end == text.npos || end == 0) return std::nullopt;
    found.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

/// Letters that a sentence says by itself: the more, the surer that it is the one meant.
std::size_t own_letters(std::string_view sentence) {
  return sentence.size() -
         static_cast<std::size_t>(std::count(sentence.begin(), sentence.end(), '{')) * 3;
}

class Translator {
 public:
  Translator(const catalog::Texts& texts, catalog::Language language)
      : texts_(texts), language_(language) {
    for (const std::string& key : texts.keys()) {
      if (key.starts_with(kPrefix) && key != kMeant) keys_.push_back(key);
    }
  }

  /// The statement in the user's language; empty when it is none of ours.
  std::string statement(std::string_view text) const {
    std::string best;
    std::size_t most = 0;
    for (const std::string& key : keys_) {
      const std::string sentence = english(key);
      const auto found = match(sentence, text);
      if (!found || own_letters(sentence) <= most) continue;
      most = own_letters(sentence);
      best = texts_(language_, key, *found);
    }
    return best;
  }

  /// Cuts a guess ('; did you mean "x"?') off `text` and gives it in the user's language.
  std::string cut_guess(std::string_view& text) const {
    const std::string sentence = english(std::string(kMeant));
    const std::size_t at = text.rfind(sentence.substr(0, sentence.find('{')));
    if (at == text.npos) return {};
    const auto found = match(sentence, text.substr(at));
    if (!found) return {};
    text = text.substr(0, at);
    return texts_(language_, kMeant, *found);
  }

 private:
  std::string english(const std::string& key) const {
    return texts_(catalog::Language::en, key, kPlaces);
  }

  const catalog::Texts& texts_;
  catalog::Language language_;
  std::vector<std::string> keys_;
};

}  // namespace

std::string usage_words(std::string_view english, const catalog::Texts& texts,
                        catalog::Language language) {
  if (language == catalog::Language::en) return std::string(english);
  const Translator translator(texts, language);
  std::string_view text = english;
  const std::string guess = translator.cut_guess(text);
  // The place ends with one of the colons; which, is known by what follows.
  for (std::size_t start = 0; start != text.npos;) {
    const std::string words = translator.statement(text.substr(start));
    if (!words.empty()) return std::string(text.substr(0, start)) + words + guess;
    const std::size_t colon = text.find(": ", start);
    start = colon == text.npos ? colon : colon + 2;
  }
  return std::string(english);
}

}  // namespace loanlint::cli
