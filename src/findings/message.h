// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <string>
#include <vector>

namespace loanlint::findings {

/// A sentence in both languages that every report offers.
struct Bilingual {
  std::string zh;
  std::string en;

  friend auto operator<=>(const Bilingual&, const Bilingual&) = default;
};

/// A sentence not yet put into words: a key of rules/text/ and the values for its {0}, {1}, ….
///
/// The rooms below the reports speak in Messages, so that no sentence for a person stands in code.
struct Message {
  std::string key;
  std::vector<std::string> args = {};

  bool empty() const { return key.empty(); }
  friend auto operator<=>(const Message&, const Message&) = default;
};

}  // namespace loanlint::findings
