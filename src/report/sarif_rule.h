// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/finding.h"
#include "report/json_document.h"
#include "report/words.h"

namespace loanlint::report {

/// The SARIF level of a severity: "error", "warning" or "note".
const char* sarif_level(findings::Severity severity);

/// A reportingDescriptor for the rule of a finding, with help in Markdown in both languages.
Json sarif_rule(const findings::Finding& finding, const Voice& voice);

}  // namespace loanlint::report
