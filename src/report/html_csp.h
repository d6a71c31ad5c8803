// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint::report {

/// The hash by which a Content-Security-Policy lets one inline style sheet or script through:
/// 'sha256-…', quotes included. Format: W3C, Content Security Policy Level 3, "hash-source".
std::string csp_hash(std::string_view content);

/// The policy of our pages: nothing from anywhere, this one style sheet, this one script (or none
/// when it is empty).
std::string content_security_policy(std::string_view style, std::string_view script);

}  // namespace loanlint::report
