// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/scan_result.h"
#include "report/page.h"
#include "report/words.h"

namespace loanlint::report {

/// The concerns in a few lines each, grouped by rule, most severe first; minor ones are counted.
void write_brief_findings(Page& page, const findings::ScanResult& result, const Voice& voice);

/// Every concern with all its evidence, articles with their gist, why it matters and the advice.
void write_full_findings(Page& page, const findings::ScanResult& result, const Voice& voice);

/// Good signs and what the baseline accepts, a line each.
void write_other_findings(Page& page, const findings::ScanResult& result, const Voice& voice);

}  // namespace loanlint::report
