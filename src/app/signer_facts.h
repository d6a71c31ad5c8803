// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "app/parts.h"
#include "base/limits.h"
#include "findings/scan_result.h"

namespace loanlint::app {

/// Sets identity.signers and the facts `signer` and `debug_signed` from every part of the input.
///
/// The certificates of the signing block count (v3.1, v3, v2, in this order); where there is none,
/// those of the signature files (v1). Signatures are not verified. A block or a file that cannot
/// be read becomes a Gap, and the facts it could have decided stay unknown.
void set_signer_facts(const Parts& parts, const Limits& limits, findings::ScanResult& seen);

/// The certificates (DER) of the same signers, in the same order; what cannot be read is left out.
std::vector<std::vector<std::uint8_t>> read_certificates(const Parts& parts, const Limits& limits);

}  // namespace loanlint::app
