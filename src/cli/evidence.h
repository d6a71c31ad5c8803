// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace loanlint::cli {

/// The file of an evidence pack with the checksums of all others, as sha256sum prints them.
inline constexpr const char* kSums = "SHA256SUMS";

}  // namespace loanlint::cli
