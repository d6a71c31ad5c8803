// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/html_writer.h"

namespace loanlint::report {

/// One piece of a bar; `style` is a class of the style sheet ("fail", "yes").
struct BarPiece {
  std::string_view style;
  std::uint64_t value = 0;
};

/// A bar whose pieces fill it in proportion, as inline SVG. `whole` is what the full width stands
/// for; with 0 the pieces fill the bar. `description` is read out instead.
void write_bar(Html& html, const std::vector<BarPiece>& pieces, std::uint64_t whole,
               std::string_view description);

/// `part` of `whole` in percent, rounded; "<1%" and ">99%" where rounding would say nothing or all.
std::string percent(std::uint64_t part, std::uint64_t whole);

}  // namespace loanlint::report
