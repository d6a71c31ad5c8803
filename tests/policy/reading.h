// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "policy/policy.h"

namespace loanlint::policy {

/// The built-in lexicon and one Reader over it, shared by the tests of the room.
inline const catalog::Lexicon& lexicon() {
  static const catalog::Lexicon instance = catalog::load_lexicon(catalog::RuleFiles());
  return instance;
}

inline const Reader& reader() {
  static const Reader instance(lexicon());
  return instance;
}

/// `text` read as one document that the user gave.
inline Document read_given(const std::string& text, Format format = Format::text,
                           const std::string& entry = "policy") {
  const RawDocument document{entry, as_bytes(text), format, true};
  std::vector<findings::Gap> gaps;
  Policy policy = reader().read({&document, 1}, {}, gaps);
  if (policy.documents.empty()) return {};
  return std::move(policy.documents.front());
}

}  // namespace loanlint::policy
