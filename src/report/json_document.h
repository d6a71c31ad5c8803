// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/unicode.h"

namespace loanlint::report {

/// Keys in the order they were written: a report is read by people too.
using Json = nlohmann::ordered_json;

/// `text` as JSON can hold it: what is not UTF-8 becomes U+FFFD.
inline Json json_text(std::string_view text) { return valid_utf8(text); }

}  // namespace loanlint::report
