// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace loanlint::android {

/// How the 32 bits of a value are to be understood (Res_value of the platform).
enum class ValueType : std::uint8_t {
  null = 0x00,
  reference = 0x01,
  attribute = 0x02,
  string = 0x03,
  floating = 0x04,
  dimension = 0x05,
  fraction = 0x06,
  dynamic_reference = 0x07,
  dynamic_attribute = 0x08,
  decimal = 0x10,
  hexadecimal = 0x11,
  boolean = 0x12,
  color_argb8 = 0x1c,
  color_rgb8 = 0x1d,
  color_argb4 = 0x1e,
  color_rgb4 = 0x1f,
};

/// A typed value of an attribute or a resource; strings are indexes into a pool.
struct ResValue {
  ValueType type = ValueType::null;
  std::uint32_t data = 0;

  /// Android's idea of an integer: decimal, hexadecimal, boolean and colours.
  bool is_integer() const { return type >= ValueType::decimal && type <= ValueType::color_rgb4; }
  bool is_reference() const {
    return type == ValueType::reference || type == ValueType::dynamic_reference;
  }
  friend bool operator==(const ResValue&, const ResValue&) = default;
};

/// The value as the resource tools write it: 23, 0x1f, true, @0x7f0b0000, ?0x01010036, 16.0dp,
/// 50.0%, #ff112233. A string gives its index as (string 12), because the pool is not at hand.
std::string format_value(ResValue value);

}  // namespace loanlint::android
