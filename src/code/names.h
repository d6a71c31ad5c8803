// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace loanlint::code {

/// "com.x.Y$Z" to "Lcom/x/Y$Z;".
std::string descriptor(std::string_view java_name);

/// "Lcom/x/Y$Z;" to "com.x.Y$Z"; what is no class descriptor comes back as it is.
std::string java_name(std::string_view descriptor);

/// True when `text` fits `pattern`, in which "*" stands for any run of characters.
bool fits(std::string_view pattern, std::string_view text);

/// True when `text` fits one of `patterns`.
bool any_fits(const std::vector<std::string>& patterns, std::string_view text);

/// True when `name` is `package` or lies below it: "com.x" holds "com.x.Y" and not "com.xy".
bool in_package(std::string_view package, std::string_view name);

}  // namespace loanlint::code
