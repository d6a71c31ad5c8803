// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "android/manifest_file.h"
#include "android/plain_xml.h"
#include "base/error.h"

/// A manifest as text, and whatever else the bytes may be taken for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loanlint;
  Limits limits;
  limits.xml_nodes = 20'000;
  try {
    android::read_plain_xml(as_text({data, size}), limits);
  } catch (const FormatError&) {
  }
  try {
    android::read_manifest_file({data, size}, limits);
  } catch (const FormatError&) {
  }
  return 0;
}
