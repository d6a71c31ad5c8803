// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/lexicon.h"
#include "findings/message.h"
#include "policy/pattern_set.h"
#include "policy/plain.h"

namespace loanlint::policy {

/// What a document is, and by which signs.
struct Classification {
  std::string kind = "other";
  std::vector<findings::Message> reasons;
  bool statements = false;  ///< a document of this kind is read for statements
};

/// Tells policies from agreements, authorisation letters, SDK lists, licences and the rest, by the
/// signs of rules/policy/documents.json: on the name, on the title and first lines, on the text.
class Classifier {
 public:
  explicit Classifier(const catalog::Lexicon& lexicon);
  Classification classify(std::string_view entry, const Plain& plain) const;
  /// "zh-Hans", "zh-Hant", "en", "id", …; empty when nothing is known of the language.
  std::string language(std::string_view text) const;

 private:
  struct Sign {
    std::size_t number;
    std::int64_t points;
  };
  struct Kind {
    std::string kind;
    bool statements;
    std::vector<Sign> name, title, body;
  };
  std::vector<Sign> add(const std::vector<catalog::DocumentSigns::Sign>& signs,
                        const std::string& kind);

  const catalog::Lexicon& lexicon_;
  PatternSet set_;
  std::vector<Kind> kinds_;
};

/// A word list: thousands of short lines without a sentence among them.
bool is_dictionary(const Plain& plain);

}  // namespace loanlint::policy
