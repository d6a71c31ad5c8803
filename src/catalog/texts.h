// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/rule_files.h"
#include "findings/message.h"

namespace loanlint::catalog {

enum class Language { zh, en };

/// Every sentence the program can say, in both languages: rules/text/*.json, each
/// {"<key>": {"zh": "… {0} …", "en": "… {0} …"}, …}. A key stands in one file only, and both
/// languages use the same places {0}, {1}, ….
class Texts {
 public:
  /// Throws UsageError when a file of --rules breaks the rules above; built-in files, which the
  /// tests prove, are only looked through for where each sentence stands. Not for several threads.
  explicit Texts(const RuleFiles& files);

  /// The sentence of a key; the key itself in ⟦brackets⟧ when there is none, so that a missing
  /// one is seen (a test looks for them).
  std::string operator()(Language language, const findings::Message& message) const;
  std::string operator()(Language language, std::string_view key,
                         std::vector<std::string> args = {}) const;
  findings::Bilingual both(const findings::Message& message) const;

  bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }
  std::vector<std::string> keys() const;

 private:
  /// A sentence as it stands in its file, read when it is first asked for.
  struct Text {
    std::string_view raw;
    std::string shown;
    std::optional<findings::Bilingual> read = {};
  };

  const findings::Bilingual* find(std::string_view key) const;

  mutable std::map<std::string, Text, std::less<>> texts_;
};

/// `sentence` with {0}, {1}, … replaced; {{ and }} stand for themselves.
std::string fill(std::string_view sentence, const std::vector<std::string>& args);

}  // namespace loanlint::catalog
