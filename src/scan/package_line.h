// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "findings/message.h"
#include "findings/scan_result.h"
#include "report/words.h"
#include "scan/pool.h"
#include "scan/scanner.h"

namespace loanlint::scan {

/// Which line a worker writes for a package: the JSON report as users get it; the whole result for
/// a supervisor that prints reports from it (wire.h); or the store's rows.
enum class Line : std::uint8_t { report, wire, rows };

/// What one worker makes of one path: one line. A path that cannot be opened gives a result with a
/// Gap.
std::string scan_to_line(const Scanner& scanner, const report::Words& words,
                         const std::string& path, Line line);

/// The result of a package that could not be scanned, for a reason outside of it: a Gap.
findings::ScanResult unscanned(const std::string& path, findings::Message why);

/// The result of a package whose worker failed: a Gap that says how, with the signal.
findings::ScanResult unscanned(const Outcome& outcome);

/// "crash", "timeout", "memory"; "" for none.
std::string_view name(Failure failure);

}  // namespace loanlint::scan
