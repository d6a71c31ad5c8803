// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "findings/scan_result.h"

namespace loanlint::report {

/// A result read back from a JSON report that to_json() wrote, for comparing and reprinting; it
/// lacks the decoded manifest and documents, which no report holds. Throws UsageError with `shown`,
/// the place and what was expected when the text is not such a report.
findings::ScanResult read_json(std::string_view text, const std::string& shown);

}  // namespace loanlint::report
