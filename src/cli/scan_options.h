// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "scan/scanner.h"

namespace loanlint::cli {

/// What the flags of `scan` and `dump` say about how to scan. Throws ArgumentError.
scan::Options scan_options(const Arguments& arguments);

/// Sets limits from "NAME=N" texts. Throws ArgumentError with the nearest name.
void set_limits(Limits& limits, const std::vector<std::string>& settings);

}  // namespace loanlint::cli
