// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

namespace loanlint {

void malformed(std::size_t offset, const std::string& problem) {
  throw FormatError(offset, problem);
}

}  // namespace loanlint
