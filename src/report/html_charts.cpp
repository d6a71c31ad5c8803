// SPDX-License-Identifier: Apache-2.0
#include "report/html_charts.h"

#include <fmt/format.h>

#include <algorithm>

namespace loanlint::report {
namespace {

constexpr double kWidth = 1000;
constexpr double kGap = 3;  // between pieces, so that they can be told apart without colour

}  // namespace

void write_bar(Html& html, const std::vector<BarPiece>& pieces, std::uint64_t whole,
               std::string_view description) {
  if (whole == 0) {
    for (const BarPiece& piece : pieces) whole += piece.value;
  }
  const auto svg = html.open("svg", {{"class", "bar"},
                                     {"viewBox", "0 0 1000 10"},
                                     {"preserveAspectRatio", "none"},
                                     {"role", "img"},
                                     {"aria-label", description}});
  html.leaf("rect", "", {{"class", "ground"}, {"width", "1000"}, {"height", "10"}});
  if (whole == 0) return;
  double at = 0;
  for (const BarPiece& piece : pieces) {
    if (piece.value == 0) continue;
    const double share = kWidth * static_cast<double>(piece.value) / static_cast<double>(whole);
    // However small its share, a piece that is there is seen.
    const double width = std::max(share - kGap, kGap);
    html.leaf("rect", "",
              {{"class", piece.style},
               {"x", fmt::format("{:.1f}", at)},
               {"width", fmt::format("{:.1f}", width)},
               {"height", "10"}});
    at += share;
  }
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0 || part == 0) return "0%";
  if (part >= whole) return "100%";
  const auto rounded =
      static_cast<int>(100.0 * static_cast<double>(part) / static_cast<double>(whole) + 0.5);
  if (rounded == 0) return "<1%";
  if (rounded == 100) return ">99%";
  return fmt::format("{}%", rounded);
}

}  // namespace loanlint::report
