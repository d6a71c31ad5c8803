// SPDX-License-Identifier: Apache-2.0
// Bytes of unknown encoding: whatever they are, the outcome is UTF-8.
#include <cstdlib>

#include "base/unicode.h"
#include "policy/decode.h"
#include "policy/normalise.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const loanlint::policy::Decoded decoded = loanlint::policy::decode({data, size});
  if (!loanlint::is_utf8(decoded.text)) std::abort();
  const loanlint::policy::Normalised normal = loanlint::policy::normalise(decoded.text);
  if (normal.original(normal.text.size()) > decoded.text.size()) std::abort();
  return 0;
}
