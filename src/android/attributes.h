// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace loanlint::android {

/// Where attributes of the framework live, and their resource ids that the readers ask for.
inline constexpr std::string_view kAndroidNamespace = "http://schemas.android.com/apk/res/android";

namespace attr {
inline constexpr std::uint32_t kLabel = 0x01010001;
inline constexpr std::uint32_t kName = 0x01010003;
inline constexpr std::uint32_t kPermission = 0x01010006;
inline constexpr std::uint32_t kReadPermission = 0x01010007;
inline constexpr std::uint32_t kWritePermission = 0x01010008;
inline constexpr std::uint32_t kProtectionLevel = 0x01010009;
inline constexpr std::uint32_t kPermissionGroup = 0x0101000a;
inline constexpr std::uint32_t kSharedUserId = 0x0101000b;
inline constexpr std::uint32_t kEnabled = 0x0101000e;
inline constexpr std::uint32_t kDebuggable = 0x0101000f;
inline constexpr std::uint32_t kExported = 0x01010010;
inline constexpr std::uint32_t kAuthorities = 0x01010018;
inline constexpr std::uint32_t kPriority = 0x0101001c;
inline constexpr std::uint32_t kValue = 0x01010024;
inline constexpr std::uint32_t kResource = 0x01010025;
inline constexpr std::uint32_t kMimeType = 0x01010026;
inline constexpr std::uint32_t kScheme = 0x01010027;
inline constexpr std::uint32_t kHost = 0x01010028;
inline constexpr std::uint32_t kPath = 0x0101002a;
inline constexpr std::uint32_t kPathPrefix = 0x0101002b;
inline constexpr std::uint32_t kPathPattern = 0x0101002c;
inline constexpr std::uint32_t kTargetActivity = 0x01010202;
inline constexpr std::uint32_t kMinSdkVersion = 0x0101020c;
inline constexpr std::uint32_t kVersionCode = 0x0101021b;
inline constexpr std::uint32_t kVersionName = 0x0101021c;
inline constexpr std::uint32_t kTargetSdkVersion = 0x01010270;
inline constexpr std::uint32_t kMaxSdkVersion = 0x01010271;
inline constexpr std::uint32_t kTestOnly = 0x01010272;
inline constexpr std::uint32_t kAllowBackup = 0x01010280;
inline constexpr std::uint32_t kRequired = 0x0101028e;
inline constexpr std::uint32_t kUsesCleartextTraffic = 0x010104ec;
inline constexpr std::uint32_t kNetworkSecurityConfig = 0x01010527;
inline constexpr std::uint32_t kAppComponentFactory = 0x0101057a;
}  // namespace attr

/// An attribute of the framework that manifests use.
struct FrameworkAttribute {
  std::uint32_t id;
  std::string_view name;
  bool text;  ///< its plain-text value stays text: "24" is no number
};

/// The attribute with resource id `id`, or nullptr for one that is not in the table.
const FrameworkAttribute* find_framework_attribute(std::uint32_t id);

/// The attribute called `name` in the android namespace, or nullptr.
const FrameworkAttribute* find_framework_attribute(std::string_view name);

}  // namespace loanlint::android
