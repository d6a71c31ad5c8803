// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "android/certificate.h"
#include "android/signing.h"

namespace loanlint::android {

/// More signers, or certificates in one signature file, are malformed. Android itself takes ten
/// signers of v2 at most.
inline constexpr std::size_t kMostSigners = 100;

/// The owner of `certificate` as a signer by `scheme`.
Signer to_signer(Certificate certificate, const char* scheme);

}  // namespace loanlint::android
