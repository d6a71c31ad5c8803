// SPDX-License-Identifier: Apache-2.0
#include "android/res_value.h"

#include <array>
#include <bit>
#include <cstdio>

namespace loanlint::android {
namespace {

std::string hex(const char* before, std::uint32_t data, int digits) {
  char text[24];
  std::snprintf(text, sizeof text, "%s%0*x", before, digits, data);
  return text;
}

std::string number(double value, const char* unit) {
  char text[64];
  std::snprintf(text, sizeof text, "%.9g", value);
  std::string out = text;
  if (out.find_first_of(".en") == std::string::npos) out += ".0";
  return out + unit;
}

/// A mantissa of 24 bits whose binary point stands at one of four places, chosen by bits 4 and 5.
double complex_number(std::uint32_t data) {
  constexpr std::array kScale{1.0 / (1 << 8), 1.0 / (1 << 15), 1.0 / (1 << 23), 1.0 / (1LL << 31)};
  const auto mantissa = static_cast<std::int32_t>(data & 0xffffff00u);
  return static_cast<double>(mantissa) * kScale[(data >> 4) & 3];
}

const char* dimension_unit(std::uint32_t data) {
  constexpr std::array kUnits{"px", "dp", "sp", "pt", "in", "mm"};
  const std::uint32_t unit = data & 0xf;
  return unit < kUnits.size() ? kUnits[unit] : "?";
}

}  // namespace

std::string format_value(ResValue value) {
  switch (value.type) {
    case ValueType::null:
      return value.data == 1 ? "@empty" : "@null";
    case ValueType::reference:
    case ValueType::dynamic_reference:
      return value.data == 0 ? "@null" : hex("@0x", value.data, 8);
    case ValueType::attribute:
    case ValueType::dynamic_attribute:
      return hex("?0x", value.data, 8);
    case ValueType::string:
      return "(string " + std::to_string(value.data) + ")";
    case ValueType::floating:
      return number(static_cast<double>(std::bit_cast<float>(value.data)), "");
    case ValueType::dimension:
      return number(complex_number(value.data), dimension_unit(value.data));
    case ValueType::fraction:
      return number(complex_number(value.data) * 100, (value.data & 0xf) == 0 ? "%" : "%p");
    case ValueType::decimal:
      return std::to_string(static_cast<std::int32_t>(value.data));
    case ValueType::hexadecimal:
      return hex("0x", value.data, 1);
    case ValueType::boolean:
      return value.data != 0 ? "true" : "false";
    case ValueType::color_argb8:
    case ValueType::color_rgb8:
    case ValueType::color_argb4:
    case ValueType::color_rgb4:
      return hex("#", value.data, 8);
  }
  return hex("(type 0x", static_cast<std::uint32_t>(value.type), 2) + hex(") 0x", value.data, 8);
}

}  // namespace loanlint::android
