// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace loanlint {

/// True when this build runs under AddressSanitizer, whose shadow memory counts against caps and
/// which turns some signals into an exit.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kAddressSanitizer = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool kAddressSanitizer = true;
#else
inline constexpr bool kAddressSanitizer = false;
#endif
#else
inline constexpr bool kAddressSanitizer = false;
#endif

}  // namespace loanlint
