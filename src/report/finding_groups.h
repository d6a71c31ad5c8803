// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

/// What one rule found, over all data kinds, and weaker findings that rest on the same place.
struct FindingGroup {
  std::vector<const findings::Finding*> members;  ///< one rule; most severe first, never empty
  /// Groups whose best evidence is the best evidence here too, and who share an article.
  std::vector<FindingGroup> overlapping;
  bool companion = false;  ///< set by flatten(): it overlaps with the group above

  const findings::Finding& first() const { return *members.front(); }
};

/// The concerns of a result (no good signs, nothing accepted), in the order of the findings.
/// Points into `result`.
std::vector<FindingGroup> group_findings(const findings::ScanResult& result);

/// The title of the group's first finding, its data kind replaced by all kinds of the group.
std::string title_of(const FindingGroup& group, const Voice& voice);

/// What the members say: one sentence over all kinds when they differ in nothing but the kind, else
/// each sentence once, in order.
std::vector<std::string> messages_of(const FindingGroup& group, const Voice& voice);

/// The ids of all members' articles, each once, in order.
std::vector<std::string> articles_of(const FindingGroup& group);

/// Adds the group and, after it, those that overlap with it, each by itself.
void flatten(const FindingGroup& group, std::vector<FindingGroup>& out);

}  // namespace loanlint::report
