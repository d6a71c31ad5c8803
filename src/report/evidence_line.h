// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "findings/evidence.h"
#include "findings/finding.h"
#include "report/finding_groups.h"
#include "report/words.h"

namespace loanlint::report {

/// The best evidence of a group in one line: the permissions with their manifest lines, the
/// quoted sentence, or where the code reads and where it sends. Empty when there is none.
std::string best_evidence(const FindingGroup& group, const Voice& voice);

/// What shows a group to be true, for a letter: the manifest lines in one, else up to three pieces
/// of a single finding and one of each of several.
std::vector<std::string> main_evidence(const FindingGroup& group, const Voice& voice);

/// The place of a group's best evidence, without what stands there.
std::string best_place(const FindingGroup& group, const Voice& voice);

/// The steps of a call path, each method named once: "Main.onCreate() +0x4".
std::vector<std::string> path_lines(const findings::Evidence& evidence, const Voice& voice);

/// The finding's evidence without pieces that stand at the same place; the one with a path stays.
std::vector<const findings::Evidence*> distinct_evidence(const findings::Finding& finding);

/// Articles grouped by law, statutes first and without paragraph and item, as many as fit into
/// `width` columns, then how many there are in all: "《个人信息保护法》第六条、第十条等共 9 条".
std::string short_articles(const FindingGroup& group, const Voice& voice, std::size_t width);

/// What a finding rests on, in words: the manifest, the code, or the policy, by what it says or by
/// what it leaves out.
std::string basis_words(const findings::Finding& finding, const Voice& voice);

}  // namespace loanlint::report
