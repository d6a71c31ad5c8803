// SPDX-License-Identifier: Apache-2.0
#include "cli/day.h"

#include <array>
#include <chrono>
#include <ctime>
#include <optional>

namespace loanlint::cli {
namespace {

std::string day_of(std::int64_t seconds) {
  const auto when = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&when, &parts);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
  return text.data();
}

/// SOURCE_DATE_EPOCH, when it is a number of seconds.
std::optional<std::int64_t> fixed_time(const Environment& environment) {
  const std::string fixed = environment("SOURCE_DATE_EPOCH");
  if (fixed.empty() || fixed.size() > 12 ||
      fixed.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  return std::stoll(fixed);
}

}  // namespace

std::int64_t now(const Environment& environment) {
  if (const auto fixed = fixed_time(environment)) return *fixed;
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::string source_day(const Environment& environment) {
  const auto fixed = fixed_time(environment);
  return fixed ? day_of(*fixed) : LOANLINT_DAY;
}

std::string today(const Environment& environment) { return day_of(now(environment)); }

std::string day_from_now(const Environment& environment, int days) {
  return day_of(now(environment) + std::int64_t{86'400} * days);
}

}  // namespace loanlint::cli
