// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "catalog/node.h"

namespace loanlint::catalog {

/// What a rule asks of one fact.
enum class Test : std::uint8_t {
  yes,       ///< {"fact": "contacts.asked"}: it holds; a text or list: it is not empty
  in,        ///< {"fact": "category", "is": "loan"} or "in": ["loan", "finance"]
  below,     ///< {"fact": "target_sdk", "below": 23}
  at_least,  ///< {"fact": "target_sdk", "at_least": 23}
  contains   ///< {"fact": "sms.asked_by", "contains": "android.permission.SEND_SMS"}
};

/// A statement about facts, in three-valued logic.
///
/// JSON: one of {"all": […]}, {"any": […]}, {"not": …}, {"fact": …}. "{kind}" in a fact's name
/// stands for the data kind that the rule is asked about.
struct Condition {
  enum class Op : std::uint8_t { all, any, negation, fact };

  Op op = Op::all;
  std::vector<Condition> parts;    ///< of all, any; one for negation
  std::string fact;                ///< of fact: "{kind}.asked"
  Test test = Test::yes;           ///< of fact
  std::vector<std::string> words;  ///< of in and contains
  std::int64_t number = 0;         ///< of below and at_least
};

/// Reads a condition. With `kinds` (the data kinds there are) every fact must exist and be asked
/// a question its type can answer; without, names are taken as they are. Throws UsageError.
Condition read_condition(const Node& node, const std::vector<std::string>* kinds);

/// Why no facts can make the condition true ("category is loan and is finance"), if so.
std::optional<std::string> contradiction(const Condition& condition);

/// The facts that a condition asks, in order, each once.
std::vector<std::string> facts_of(const Condition& condition);

}  // namespace loanlint::catalog
