// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "findings/finding.h"
#include "report/finding_groups.h"
#include "report/html_evidence.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// A list of what was found, each group once, that leads to the group's first finding; findings are
/// numbered from 1 in the order of the groups.
void write_finding_index(Html& html, const std::vector<FindingGroup>& groups, const Voice& voice);

/// One finding: how severe, what was seen, why it matters, on what it rests, under which articles
/// with their gist and force, and what it shows. `number` is its number on the page.
void write_finding(Html& html, const findings::Finding& finding, std::size_t number,
                   const Voice& voice, const EvidenceSources& sources);

/// A good sign, or a finding that the baseline accepts: its title and what it says.
void write_brief_finding(Html& html, const findings::Finding& finding, const Voice& voice,
                         const EvidenceSources& sources);

}  // namespace loanlint::report
