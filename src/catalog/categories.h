// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/rule_files.h"
#include "catalog/words.h"
#include "findings/message.h"

namespace loanlint::catalog {

/// Where a word that tells what an app is for can stand.
enum class SignalField : std::uint8_t { label, package, strings, policy, sdk, component };

std::string_view name(SignalField field);  ///< "label", "package", …

/// A sign for (or, with a negative weight, against) a category.
struct CategorySignal {
  SignalField in = SignalField::label;
  std::vector<std::string> words;   ///< any of them; latin letters match in either case
  std::vector<std::string> unless;  ///< a text with one of these does not count
  std::size_t at_least = 1;         ///< this many different words
  int weight = 0;                   ///< counted once, however often the words stand there
  findings::Bilingual reason;
};

/// One category of rules/category/<id>.json.
struct Category {
  std::string id;
  std::string value;  ///< what the fact `category` becomes: loan, finance or other
  findings::Bilingual name;
  int threshold = 0;  ///< the weight from which the category applies
  std::vector<CategorySignal> signals;
};

/// A text of a package that may tell what the app is for.
struct SignalText {
  SignalField in = SignalField::label;
  std::string_view text;
};

/// A signal that counted.
struct CategoryReason {
  std::string category;
  const CategorySignal* signal = nullptr;  ///< of the Categories; its reason and weight
  std::string word;                        ///< the first word found
  std::size_t text = 0;                    ///< which SignalText has it
  std::size_t at = 0;                      ///< bytes before the word in that text
};

/// What an app is, and why.
struct Categorised {
  std::string value;     ///< loan, finance or other
  std::string category;  ///< the category that decided ("messenger"); empty when none applies
  std::vector<CategoryReason> reasons;  ///< of every category that had any, heaviest first
  std::map<std::string, int> weights;   ///< category → weight
};

/// The categories of apps, from rules/category/.
class Categories {
 public:
  /// Throws UsageError when a file breaks its rules.
  explicit Categories(const RuleFiles& files);

  /// The category of an app with these texts: of those that reach their threshold, the one that
  /// exceeds it most (a tie goes to the first by id); `other` when none does.
  Categorised categorise(const std::vector<SignalText>& texts) const;

  const std::vector<Category>& all() const { return categories_; }

 private:
  void score_field(const std::vector<SignalText>& texts, SignalField field,
                   Categorised& result) const;

  std::vector<Category> categories_;
  std::vector<Words> words_;  // by field: every word of the signals that look into it
};

}  // namespace loanlint::catalog
