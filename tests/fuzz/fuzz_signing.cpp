// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "android/signing.h"
#include "base/error.h"
#include "base/source.h"

/// The same bytes as the end of what stands before a central directory, and as a signature file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const loanlint::Bytes bytes(data, size);
  try {
    loanlint::android::read_signing_block(*loanlint::view_bytes(bytes), size);
  } catch (const loanlint::FormatError&) {
  }
  try {
    loanlint::android::read_pkcs7_signers(bytes);
  } catch (const loanlint::FormatError&) {
  }
  return 0;
}
