// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

/// Version of the JSON report's shape (rules/schema/report.schema.json): the first number changes
/// when something that a reader may rely on goes away.
inline constexpr const char* kReportSchemaVersion = "1.0";

/// One result as one JSON object, as rules/schema/report.schema.json describes it: stable order,
/// no times. `indent` < 0 gives a single line.
std::string to_json(const findings::ScanResult& result, const Words& words, int indent = 2);

/// {"facts": {"contacts.asked": {"value": …, "reason": …, "evidence": […]}, …}}, indented.
void write_facts_json(std::ostream& out, const findings::Facts& facts, const Words& words);

}  // namespace loanlint::report
