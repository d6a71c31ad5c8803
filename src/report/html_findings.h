// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "findings/finding.h"
#include "report/finding_groups.h"
#include "report/html_evidence.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// A list of what was found that leads to each group; their numbers are those of the list, from 1.
void write_finding_index(Html& html, const std::vector<FindingGroup>& groups, const Voice& voice);

/// What one rule found: how severe, what was seen, why it matters, on what it rests, under which
/// articles with their gist and force, and what it shows. `number` is its number on the page.
void write_group(Html& html, const FindingGroup& group, std::size_t number, const Voice& voice,
                 const EvidenceSources& sources);

/// A good sign, or a finding that the baseline accepts: its title and what it says.
void write_brief_finding(Html& html, const findings::Finding& finding, const Voice& voice,
                         const EvidenceSources& sources);

}  // namespace loanlint::report
