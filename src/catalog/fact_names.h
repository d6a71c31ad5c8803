// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::catalog {

/// What a fact holds when it is known. A fact of type text or list can also hold a plain `no`:
/// there is no such thing.
enum class FactType : std::uint8_t { tri, text, number, list };

std::string_view name(FactType type);  ///< "yes/no", "text", "number", "list"

/// One fact that rules may speak of.
struct FactName {
  std::string_view name;  ///< "category", "{kind}.asked"
  FactType type;
  /// For a text: every value it can hold; empty when it is free.
  std::vector<std::string_view> values = {};

  /// The key of its description in rules/text/facts.json: "fact.kind.asked".
  std::string text_key() const;
};

/// The one table of facts, in the order in which docs and `dump facts` explain them.
const std::vector<FactName>& fact_names();

/// The row for a fact as rules write it ("contacts.asked", "{kind}.asked", "category"), or nullptr.
/// `kinds` are the data kinds there are.
const FactName* find_fact_name(std::string_view fact, const std::vector<std::string>& kinds);

/// The fact nearest to one that does not exist, for "did you mean".
std::optional<std::string> nearest_fact(std::string_view fact,
                                        const std::vector<std::string>& kinds);

}  // namespace loanlint::catalog
