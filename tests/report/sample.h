// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/scan_result.h"

namespace loanlint::report {

/// A result with something in every part of a report: the package of an invented lender that
/// reads the address book, its policy admitting it.
findings::ScanResult sample_result();

/// As above, with names and texts that try to act on a terminal, in HTML, in CSV and in JSON.
findings::ScanResult hostile_result();

}  // namespace loanlint::report
