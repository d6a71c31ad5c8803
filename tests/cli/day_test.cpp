// SPDX-License-Identifier: Apache-2.0
#include "cli/day.h"

#include <doctest/doctest.h>

#include <string>

namespace loanlint::cli {
namespace {

/// An environment in which only SOURCE_DATE_EPOCH stands.
Environment with_epoch(const std::string& value) {
  return [value](const std::string& name) {
    return name == "SOURCE_DATE_EPOCH" ? value : std::string();
  };
}

bool is_day(const std::string& text) {
  return text.size() == 10 && text[4] == '-' && text[7] == '-' && text > "2000" && text < "3000";
}

TEST_CASE("SOURCE_DATE_EPOCH is the time and the day of the sources") {
  CHECK(now(with_epoch("1700000000")) == 1'700'000'000);
  CHECK(today(with_epoch("1700000000")) == "2023-11-14");
  CHECK(day_from_now(with_epoch("1700000000"), 30) == "2023-12-14");
  CHECK(source_day(with_epoch("1700000000")) == "2023-11-14");
}

TEST_CASE("without a usable SOURCE_DATE_EPOCH the sources bear the day that was built in") {
  const std::string built_in = source_day(with_epoch(""));
  CHECK(is_day(built_in));
  for (const char* value : {"soon", "-1", "1e9", "1234567890123", " 1"}) {
    CAPTURE(value);
    CHECK(source_day(with_epoch(value)) == built_in);
    CHECK(now(with_epoch(value)) > 1'700'000'000);
  }
}

}  // namespace
}  // namespace loanlint::cli
