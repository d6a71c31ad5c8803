// SPDX-License-Identifier: Apache-2.0
#include "catalog/categories.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "catalog/node.h"

namespace loanlint::catalog {
namespace {

constexpr std::array<std::string_view, 6> kFields{"label",  "package", "strings",
                                                  "policy", "sdk",     "component"};
constexpr std::array<std::string_view, 3> kValues{"loan", "finance", "other"};

/// Whole words in prose; names of packages and classes run words together.
Words::Match match_in(SignalField field) {
  const bool names = field == SignalField::package || field == SignalField::component;
  return names ? Words::Match::inside : Words::Match::whole;
}

SignalField read_field(const Node& node) {
  const std::string text = node.text();
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i] == text) return static_cast<SignalField>(i);
  }
  node.fail("unknown field \"" + text +
            "\"; expected label, package, strings, policy, sdk or component");
}

CategorySignal read_signal(const Node& node) {
  node.only({"in", "words", "unless", "at_least", "weight", "reason"});
  CategorySignal signal;
  signal.in = read_field(node.at("in"));
  signal.words = read_words(node.at("words"));
  if (const auto unless = node.find("unless")) signal.unless = read_words(*unless);
  if (const auto least = node.find("at_least")) {
    const std::int64_t count = least->integer();
    if (count < 1 || static_cast<std::size_t>(count) > signal.words.size())
      least->fail("expected a number from 1 to the number of words");
    signal.at_least = static_cast<std::size_t>(count);
  }
  const std::int64_t weight = node.at("weight").integer();
  if (weight == 0 || weight < -100 || weight > 100)
    node.at("weight").fail("expected a number from -100 to 100 that is not 0");
  signal.weight = static_cast<int>(weight);
  signal.reason = node.at("reason").bilingual();
  return signal;
}

Category read_category(const RuleFile& file) {
  const Node root = Node::parse(file);
  root.only({"$schema", "id", "value", "name", "threshold", "signals"});
  Category category;
  category.id = root.at("id").text();
  if (category.id != file.id())
    root.at("id").fail("expected the file's name, \"" + file.id() + '"');
  category.value = root.at("value").text();
  if (std::find(kValues.begin(), kValues.end(), category.value) == kValues.end())
    root.at("value").fail("expected loan, finance or other");
  category.name = root.at("name").bilingual();
  category.threshold = static_cast<int>(root.at("threshold").integer());
  if (category.threshold < 1) root.at("threshold").fail("expected a number above 0");
  for (const Node& node : root.at("signals").items()) category.signals.push_back(read_signal(node));
  return category;
}

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// Where a word stands first: in which text, and how far in.
struct Spot {
  std::size_t text = kNowhere;
  std::size_t at = 0;
};

/// Every word of every signal that looks into one field, in the order of the signals; a signal's
/// `unless` follows its words.
std::vector<std::string> words_of(const std::vector<Category>& categories, SignalField field) {
  std::vector<std::string> all;
  for (const Category& category : categories) {
    for (const CategorySignal& signal : category.signals) {
      if (signal.in != field) continue;
      all.insert(all.end(), signal.words.begin(), signal.words.end());
      all.insert(all.end(), signal.unless.begin(), signal.unless.end());
    }
  }
  return all;
}

/// For each of words_of(), where it stands.
std::vector<Spot> search(const Words& words, const std::vector<SignalText>& texts,
                         SignalField field) {
  std::vector<Spot> where(words.size());
  for (std::size_t t = 0; t < texts.size(); ++t) {
    if (texts[t].in != field) continue;
    for (const Words::Hit& hit : words.in(texts[t].text)) {
      if (where[hit.word].text == kNowhere) where[hit.word] = {t, hit.at};
    }
  }
  return where;
}

/// The first word of a signal that counts, if it does; `first` is where its words start.
std::optional<CategoryReason> judge(const CategorySignal& signal, const std::vector<Spot>& where,
                                    std::size_t first) {
  const std::size_t words = signal.words.size();
  for (std::size_t i = 0; i < signal.unless.size(); ++i) {
    if (where[first + words + i].text != kNowhere) return std::nullopt;
  }
  std::size_t count = 0;
  std::optional<CategoryReason> reason;
  for (std::size_t i = 0; i < words; ++i) {
    const Spot& spot = where[first + i];
    if (spot.text == kNowhere) continue;
    ++count;
    if (!reason) reason = CategoryReason{{}, &signal, signal.words[i], spot.text, spot.at};
  }
  return count >= signal.at_least ? reason : std::nullopt;
}

}  // namespace

std::string_view name(SignalField field) { return kFields[static_cast<std::size_t>(field)]; }

Categories::Categories(const RuleFiles& files) {
  for (const RuleFile& file : files.in("category")) categories_.push_back(read_category(file));
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    const auto field = static_cast<SignalField>(i);
    words_.emplace_back(words_of(categories_, field), match_in(field));
  }
}

void Categories::score_field(const std::vector<SignalText>& texts, SignalField field,
                             Categorised& result) const {
  const bool any = std::any_of(texts.begin(), texts.end(),
                               [field](const SignalText& text) { return text.in == field; });
  if (!any) return;
  const std::vector<Spot> where = search(words_[static_cast<std::size_t>(field)], texts, field);
  std::size_t first = 0;
  for (const Category& category : categories_) {
    for (const CategorySignal& signal : category.signals) {
      if (signal.in != field) continue;
      if (std::optional<CategoryReason> reason = judge(signal, where, first)) {
        reason->category = category.id;
        result.weights[category.id] += signal.weight;
        result.reasons.push_back(std::move(*reason));
      }
      first += signal.words.size() + signal.unless.size();
    }
  }
}

Categorised Categories::categorise(const std::vector<SignalText>& texts) const {
  Categorised result;
  result.value = "other";
  for (std::size_t field = 0; field < kFields.size(); ++field)
    score_field(texts, static_cast<SignalField>(field), result);
  int best = -1;
  for (const Category& category : categories_) {
    const auto weight = result.weights.find(category.id);
    if (weight == result.weights.end()) continue;
    const int above = weight->second - category.threshold;
    if (above <= best) continue;
    best = above;
    result.value = category.value;
    result.category = category.id;
  }
  std::stable_sort(result.reasons.begin(), result.reasons.end(),
                   [](const CategoryReason& left, const CategoryReason& right) {
                     return std::abs(left.signal->weight) > std::abs(right.signal->weight);
                   });
  return result;
}

}  // namespace loanlint::catalog
