// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <map>
#include <string>

#include "findings/fact.h"
#include "labels.h"

namespace loanlint::bench {

/// What the reader says to a question of the labels, in their words.
struct Answer {
  bool value = false;
  std::string detail;
  std::string evidence;
};

Answer answer(const findings::Facts& facts, const std::string& field);

/// Right and wrong answers per field.
class Score {
 public:
  void add(const LabelledDocument& document, const findings::Facts& facts, std::ostream& misses);
  /// Prints precision, recall, F1 and counts per field; for denials also with the right scope.
  void print(std::ostream& out) const;

 private:
  struct Count {
    int hit = 0, extra = 0, missed = 0, none = 0, detail_right = 0, detail_all = 0;
  };
  std::map<std::string, Count> fields_;
};

}  // namespace loanlint::bench
