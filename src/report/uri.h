// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint::report {

/// A path as a relative URI reference, or a file URI when it is absolute: what is neither
/// unreserved nor '/' is written as %XX. `entry` is a path inside the file; empty for the file.
std::string uri_of(std::string_view path, std::string_view entry = {});

}  // namespace loanlint::report
