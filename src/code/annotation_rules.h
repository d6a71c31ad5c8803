// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "catalog/flow_rules.h"
#include "code/name_set.h"

namespace loanlint::code {

/// What rules say of a method because of an annotation that it carries.
struct AnnotatedMeaning {
  bool entry = false;                  ///< called from outside DEX, by name or by annotation
  std::uint16_t call_sink = 0xffff;    ///< group of sinks that a call of it belongs to
  std::uint16_t result_sink = 0xffff;  ///< group of sinks that its result goes to

  bool any() const { return entry || call_sink != 0xffff || result_sink != 0xffff; }
  void add(const AnnotatedMeaning& other) {
    entry |= other.entry;
    if (call_sink == 0xffff) call_sink = other.call_sink;
    if (result_sink == 0xffff) result_sink = other.result_sink;
  }
};

/// The annotations that rules name.
class AnnotationRules {
 public:
  AnnotationRules(const catalog::EntryRules& entries, const std::vector<catalog::SinkGroup>& sinks);

  /// The meaning of an annotation, by its descriptor and the hash_name of that.
  AnnotatedMeaning of(std::string_view descriptor, std::uint64_t hash) const;

 private:
  NameSet entries_;
  std::vector<NameSet> calls_, results_;  // by sink group
};

}  // namespace loanlint::code
