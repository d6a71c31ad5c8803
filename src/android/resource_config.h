// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/bytes.h"

namespace loanlint::android {

/// A language as resources are chosen by; all empty: the default.
struct Locale {
  std::string language = {};  ///< "zh"
  std::string script = {};    ///< "Hans"
  std::string region = {};    ///< "CN"
};

/// Mainland China: zh-Hans-CN.
const Locale& china();

/// The configuration that a set of resource values is for, as far as texts depend on it.
struct ResourceConfig {
  Locale locale = {};
  std::uint16_t sdk = 0;
  bool other = false;  ///< has qualifiers beyond locale and platform version

  /// "" for the default, else as in resource folder names: "zh-rCN", "b+zh+Hans", "zh-v21"; a
  /// trailing "+" stands for qualifiers that are not told apart here.
  std::string qualifiers() const;
  /// How well the configuration serves a device of locale `wanted`: 0 not at all, else more is
  /// better. Follows Android's choice of Chinese: zh-TW and zh-HK do not serve Hans.
  int serves(const Locale& wanted) const;
};

/// Reads a ResTable_config; fields past its size are zero.
/// Format: ResTable_config in ResourceTypes.h of the platform.
ResourceConfig read_resource_config(Bytes config);

}  // namespace loanlint::android
