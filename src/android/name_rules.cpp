// SPDX-License-Identifier: Apache-2.0
#include "android/name_rules.h"

#include "base/printable.h"
#include "base/unicode.h"

namespace loanlint::android {
namespace {

constexpr std::size_t kLongestPackage = 223;  // folders are named after it
constexpr std::int64_t kLongNamesRefused = 33;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_valid_parts(std::string_view name) {
  bool first = true;  // of a part
  bool dotted = false;
  for (const char c : name) {
    const bool inside = (c >= '0' && c <= '9') || c == '_';
    if (is_letter(c) || (inside && !first)) {
      first = false;
    } else if (c == '.') {
      first = dotted = true;
    } else {
      return false;
    }
  }
  return dotted && name != "." && name != "..";
}

}  // namespace

std::optional<std::int64_t> package_name_refused_since(std::string_view name) {
  if (name == "android") return std::nullopt;
  if (!has_valid_parts(name)) return 0;
  if (name.size() > kLongestPackage) return kLongNamesRefused;
  return std::nullopt;
}

std::optional<std::int64_t> permission_name_refused_since(std::string_view name) {
  if (name.size() <= kLongestPermission || utf16_units(name) <= kLongestPermission) {
    return std::nullopt;
  }
  return kLongNamesRefused;
}

std::string visible_part(std::string_view name) {
  if (printable(name) == name) return std::string(name);
  std::string out;
  name = name.substr(0, name.find('\0'));
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode_utf8(name, at);
    const std::string_view character = name.substr(at, point.size);
    if (point.valid && printable(character) == character) out += character;
    at += point.size;
  }
  return out;
}

}  // namespace loanlint::android
