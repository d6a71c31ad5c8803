// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "android/permission_requests.h"

namespace loanlint::android {
namespace {

struct Split {
  std::string_view permission;    // "" for every package
  std::int64_t target_sdk_below;  // 0: for every target
  std::string_view brings;
};

#define ANDROID_PERMISSION "android.permission."
// In the platform's order, which decides what a permission that was itself brought brings.
constexpr Split kSplits[] = {
    {"", 33, ANDROID_PERMISSION "POST_NOTIFICATIONS"},
    {"", 4, ANDROID_PERMISSION "WRITE_EXTERNAL_STORAGE"},
    {"", 4, ANDROID_PERMISSION "READ_PHONE_STATE"},
    {ANDROID_PERMISSION "WRITE_EXTERNAL_STORAGE", 0, ANDROID_PERMISSION "READ_EXTERNAL_STORAGE"},
    {ANDROID_PERMISSION "READ_EXTERNAL_STORAGE", 29, ANDROID_PERMISSION "ACCESS_MEDIA_LOCATION"},
    {ANDROID_PERMISSION "READ_EXTERNAL_STORAGE", 33, ANDROID_PERMISSION "READ_MEDIA_AUDIO"},
    {ANDROID_PERMISSION "READ_EXTERNAL_STORAGE", 33, ANDROID_PERMISSION "READ_MEDIA_VIDEO"},
    {ANDROID_PERMISSION "READ_EXTERNAL_STORAGE", 33, ANDROID_PERMISSION "READ_MEDIA_IMAGES"},
    {ANDROID_PERMISSION "READ_CONTACTS", 16, ANDROID_PERMISSION "READ_CALL_LOG"},
    {ANDROID_PERMISSION "WRITE_CONTACTS", 16, ANDROID_PERMISSION "WRITE_CALL_LOG"},
    {ANDROID_PERMISSION "ACCESS_FINE_LOCATION", 0, ANDROID_PERMISSION "ACCESS_COARSE_LOCATION"},
    {ANDROID_PERMISSION "ACCESS_FINE_LOCATION", 29,
     ANDROID_PERMISSION "ACCESS_BACKGROUND_LOCATION"},
    {ANDROID_PERMISSION "ACCESS_COARSE_LOCATION", 29,
     ANDROID_PERMISSION "ACCESS_BACKGROUND_LOCATION"},
    {ANDROID_PERMISSION "BLUETOOTH", 31, ANDROID_PERMISSION "BLUETOOTH_SCAN"},
    {ANDROID_PERMISSION "BLUETOOTH", 31, ANDROID_PERMISSION "BLUETOOTH_CONNECT"},
    {ANDROID_PERMISSION "BLUETOOTH", 31, ANDROID_PERMISSION "BLUETOOTH_ADVERTISE"},
    {ANDROID_PERMISSION "BLUETOOTH_ADMIN", 31, ANDROID_PERMISSION "BLUETOOTH_SCAN"},
    {ANDROID_PERMISSION "BLUETOOTH_ADMIN", 31, ANDROID_PERMISSION "BLUETOOTH_CONNECT"},
    {ANDROID_PERMISSION "BLUETOOTH_ADMIN", 31, ANDROID_PERMISSION "BLUETOOTH_ADVERTISE"},
    {ANDROID_PERMISSION "BODY_SENSORS", 33, ANDROID_PERMISSION "BODY_SENSORS_BACKGROUND"},
    {ANDROID_PERMISSION "READ_MEDIA_IMAGES", 0,
     ANDROID_PERMISSION "READ_MEDIA_VISUAL_USER_SELECTED"},
    {ANDROID_PERMISSION "READ_MEDIA_VIDEO", 0,
     ANDROID_PERMISSION "READ_MEDIA_VISUAL_USER_SELECTED"},
};
#undef ANDROID_PERMISSION

}  // namespace

std::vector<ImpliedPermission> implied_permissions(const Manifest& manifest) {
  std::set<std::string, std::less<>> held;
  for (const findings::Permission& permission : manifest.requested) held.insert(permission.name);
  std::vector<ImpliedPermission> implied;
  if (!manifest.split.empty()) return implied;
  const std::int64_t target = manifest.effective_target_sdk();
  for (const Split& split : kSplits) {
    if (split.target_sdk_below != 0 && target >= split.target_sdk_below) continue;
    if (!split.permission.empty() && !held.contains(split.permission)) continue;
    if (!held.emplace(split.brings).second) continue;
    implied.push_back(
        {std::string(split.brings), std::string(split.permission), split.target_sdk_below});
  }
  return implied;
}

}  // namespace loanlint::android
