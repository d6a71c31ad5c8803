// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "findings/scan_result.h"

namespace loanlint::report {

/// A path as a relative URI reference, or a file URI when it is absolute: what is neither
/// unreserved nor '/' is written as %XX. `entry` is a path inside the file; empty for the file.
std::string uri_of(std::string_view path, std::string_view entry = {});

/// The URI of what a report's evidence calls `entry`: a path inside the package, but a document
/// that the user gave is a file of its own, and so is a manifest, a DEX file or a policy that was
/// scanned by itself.
std::string uri_of(const findings::ScanResult& result, std::string_view entry);

}  // namespace loanlint::report
