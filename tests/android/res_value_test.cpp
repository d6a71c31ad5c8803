// SPDX-License-Identifier: Apache-2.0
#include "android/res_value.h"

#include <doctest/doctest.h>

#include <string>

namespace loanlint::android {
namespace {

TEST_CASE("values are written as the resource tools write them") {
  struct Row {
    ResValue value;
    std::string text;
  };
  const Row rows[] = {
      {{ValueType::null, 0}, "@null"},
      {{ValueType::null, 1}, "@empty"},
      {{ValueType::reference, 0x7f0b0000}, "@0x7f0b0000"},
      {{ValueType::reference, 0}, "@null"},
      {{ValueType::dynamic_reference, 0x02010000}, "@0x02010000"},
      {{ValueType::attribute, 0x01010036}, "?0x01010036"},
      {{ValueType::string, 12}, "(string 12)"},
      {{ValueType::floating, 0x3fc00000}, "1.5"},
      {{ValueType::floating, 0x40000000}, "2.0"},
      {{ValueType::dimension, 0x00001001}, "16.0dp"},
      {{ValueType::dimension, 0x00000e02}, "14.0sp"},
      {{ValueType::dimension, 0x0000100f}, "16.0?"},
      {{ValueType::fraction, 0x40000030}, "50.0%"},
      {{ValueType::fraction, 0x40000031}, "50.0%p"},
      {{ValueType::decimal, 0xffffffff}, "-1"},
      {{ValueType::hexadecimal, 0x1f}, "0x1f"},
      {{ValueType::boolean, 0xffffffff}, "true"},
      {{ValueType::boolean, 0}, "false"},
      {{ValueType::color_argb8, 0x80112233}, "#80112233"},
      {{static_cast<ValueType>(0x42), 7}, "(type 0x42) 0x00000007"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(format_value(row.value) == row.text);
  }
}

}  // namespace
}  // namespace loanlint::android
