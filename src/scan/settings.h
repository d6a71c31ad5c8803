// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "scan/scanner.h"

namespace loanlint::scan {

/// A hash (16 hexadecimal digits) of everything besides a package that its result depends on: the
/// program's version, its rules and which of them are used, the policies given, the limits. A
/// result made with other settings is not what a scan would give now.
std::string settings_hash(const Scanner& scanner, const std::string& version);

}  // namespace loanlint::scan
