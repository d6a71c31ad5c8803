// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "android/dex.h"

namespace loanlint::code {

/// True when the code makes an exception after the offset `from` out of more than constant text,
/// so that whoever catches it has what was read. `insns` are the instructions of one method.
bool raises_data(const android::Dex& dex, Bytes insns, std::uint32_t from);

}  // namespace loanlint::code
