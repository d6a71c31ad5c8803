// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog/rules.h"

namespace loanlint::rules {

/// An example that its rule does not keep.
struct BrokenExample {
  std::string rule;
  std::string file;          ///< as errors call it
  findings::Bilingual name;  ///< of the example
  std::string kind;          ///< the data kind asked about, or empty
  bool match = false;        ///< what was expected: a match
  bool open = false;         ///< … as an open question
  findings::Tri got = findings::Tri::unknown;
};

/// What the examples of a rule came to.
struct ExampleCheck {
  std::size_t tried = 0;  ///< examples, once for each data kind they speak of
  std::vector<BrokenExample> broken;
};

/// Tries every example of a rule. One that must match must make the condition yes (or unknown,
/// where it says "open"); one that must not, no. A near miss may leave the condition unknown only
/// if it gives a fact as "unknown" itself: else it would prove nothing. Throws UsageError when
/// the examples cannot be read.
ExampleCheck check_examples(const catalog::Rule& rule, const std::vector<std::string>& kinds);

}  // namespace loanlint::rules
