// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace loanlint::android {

/// The first API level that does not install a package of this name (0: none does); nothing when
/// all of them do. Letters, digits and underscores in parts that begin with a letter, at least two
/// parts; "android" is the platform's own.
std::optional<std::int64_t> package_name_refused_since(std::string_view name);

/// Longest name of a permission, in characters as Java counts them: UTF-16 units.
inline constexpr std::size_t kLongestPermission = 512;
/// The same as above for a package that asks for the permission `name`.
std::optional<std::int64_t> permission_name_refused_since(std::string_view name);

/// `name` as it looks to a reader: cut at a NUL, without characters that cannot be seen.
std::string visible_part(std::string_view name);

}  // namespace loanlint::android
