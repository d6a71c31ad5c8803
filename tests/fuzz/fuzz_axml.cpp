// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>

#include "android/axml.h"
#include "android/manifest.h"
#include "android/xml_document.h"
#include "base/error.h"

/// Binary XML through everything that is made of it: tree, text, document, manifest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loanlint;
  Limits limits;
  limits.xml_nodes = 20'000;
  try {
    const android::XmlTree tree = android::read_axml({data, size}, limits);
    const android::PrintedXml printed = android::print_xml(tree, limits);
    android::to_document(tree, limits);
    const android::Manifest manifest = android::read_manifest(tree, printed);
    manifest.requested_names();
    manifest.requested_at(34);
  } catch (const FormatError&) {
  }
  return 0;
}
