// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "android/manifest.h"
#include "android/proto_resources.h"
#include "android/proto_xml.h"
#include "base/error.h"

/// The two protobuf files of a bundle: manifest and resources.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loanlint;
  const Bytes bytes(data, size);
  try {
    const android::XmlTree tree = android::read_proto_xml(bytes);
    android::read_manifest(tree, android::print_xml(tree));
  } catch (const FormatError&) {
  }
  try {
    android::find_proto_text(bytes, 0x7f010000, android::china());
  } catch (const FormatError&) {
  }
  return 0;
}
