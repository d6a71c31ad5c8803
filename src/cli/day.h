// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "cli/language.h"

namespace loanlint::cli {

/// Seconds since 1970: SOURCE_DATE_EPOCH where it is set, else the clock.
std::int64_t now(const Environment& environment);
/// The day of these sources: SOURCE_DATE_EPOCH's where it is set, else the one that was built in.
std::string source_day(const Environment& environment);
/// now() as a day in UTC: "2026-11-23".
std::string today(const Environment& environment);
/// The day `days` after today().
std::string day_from_now(const Environment& environment, int days);

}  // namespace loanlint::cli
