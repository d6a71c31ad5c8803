// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

/// Keys in the order they were written: a report is read by people too.
using Json = nlohmann::ordered_json;

/// `text` as JSON can hold it: what is not UTF-8 becomes U+FFFD.
Json json_text(std::string_view text);
Json json_of(const findings::Bilingual& text);
/// {"key", "args"?, "zh", "en"}; null for no message.
Json json_of(const findings::Message& message, const Words& words);
Json json_of(const findings::CodePlace& place);
/// {"line", "xpath"} | {"method", "offset", "invokes"} | {"line", "start", "end"} | {"offset"} |
/// {"name"} | null
Json json_of(const findings::Place& place);
Json json_of(const findings::Evidence& evidence);
Json json_of(const findings::FactValue& value);
Json json_of(const findings::Fact& fact, const Words& words);
Json json_of(const findings::Facts& facts, const Words& words);
Json json_of(const findings::Permission& permission);
Json json_of(const findings::Finding& finding, const Words& words);

}  // namespace loanlint::report
