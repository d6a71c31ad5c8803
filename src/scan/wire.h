// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "findings/scan_result.h"

namespace loanlint::scan {

/// A result as a worker hands it to its supervisor: the same program at both ends, so the fields
/// follow each other without names, numbers as varints, texts and lists after their length. Reading
/// the JSON report back would cost several times what the scan of a small package does.
///
/// One line, without its line feed: line feeds inside are escaped.
std::string to_wire(const findings::ScanResult& result);

/// What to_wire() wrote. A worker has read a hostile package and may be no longer itself: throws
/// FormatError for anything else, and never allocates more than the line can fill.
findings::ScanResult read_wire(std::string_view line);

}  // namespace loanlint::scan
