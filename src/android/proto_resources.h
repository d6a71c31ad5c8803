// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "android/resource_config.h"
#include "base/bytes.h"
#include "base/limits.h"

namespace loanlint::android {

/// A string value in the resource table of an app bundle. Views hold during the call only.
struct ProtoString {
  std::uint32_t id = 0;
  std::string_view type;        ///< "string"
  std::string_view name;        ///< "app_name"
  std::string_view locale;      ///< "zh-CN", "" for the default
  std::uint32_t reference = 0;  ///< the string stands in this other resource; then `text` is ""
  std::string_view text;
};

/// Every string value of a bundle's resources.pb, in table order, until `visit` returns false.
/// Plain values only: arrays and plurals are left out. Throws FormatError.
/// Format: ResourceTable in Resources.proto of aapt2.
void for_each_proto_string(Bytes bytes, const std::function<bool(const ProtoString&)>& visit);

/// The text of resource `id` that serves `locale` best, references followed; else the default,
/// else English, else any.
std::optional<std::string> find_proto_text(Bytes bytes, std::uint32_t id, const Locale& locale = {},
                                           const Limits& limits = {});

}  // namespace loanlint::android
