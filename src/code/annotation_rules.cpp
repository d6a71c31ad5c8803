// SPDX-License-Identifier: Apache-2.0
#include "code/annotation_rules.h"

namespace loanlint::code {
namespace {

std::uint16_t group_of(const std::vector<NameSet>& groups, std::string_view descriptor,
                       std::uint64_t hash) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].holds(descriptor, hash)) return static_cast<std::uint16_t>(i);
  }
  return 0xffff;
}

}  // namespace

AnnotationRules::AnnotationRules(const catalog::EntryRules& entries,
                                 const std::vector<catalog::SinkGroup>& sinks)
    : entries_(entries.annotated) {
  for (const catalog::SinkGroup& group : sinks) {
    calls_.emplace_back(group.annotated_calls);
    results_.emplace_back(group.annotated_results);
  }
}

AnnotatedMeaning AnnotationRules::of(std::string_view descriptor, std::uint64_t hash) const {
  return {entries_.holds(descriptor, hash), group_of(calls_, descriptor, hash),
          group_of(results_, descriptor, hash)};
}

}  // namespace loanlint::code
