// SPDX-License-Identifier: Apache-2.0
#include "android/manifest_file.h"

#include "android/axml.h"
#include "android/plain_xml.h"
#include "android/proto_xml.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

bool looks_like_proto_xml(Bytes bytes) {
  // Field 1, length-delimited: the element. Nothing else may open a manifest.
  return !bytes.empty() && bytes[0] == 0x0a;
}

}  // namespace

ManifestFile read_manifest_file(Bytes bytes, const Limits& limits, const ResourceTable* resources) {
  ManifestFile out;
  if (!looks_like_axml(bytes) && looks_like_plain_xml(as_text(bytes))) {
    PlainXml plain = read_plain_xml(as_text(bytes), limits);
    out.tree = std::move(plain.tree);
    out.printed = std::move(plain.printed);
  } else {
    out.tree = !looks_like_axml(bytes) && looks_like_proto_xml(bytes)
                   ? read_proto_xml(bytes, limits)
                   : read_axml(bytes, limits);
    out.printed = print_xml(out.tree, limits);
  }
  out.manifest = read_manifest(out.tree, out.printed, resources);
  return out;
}

}  // namespace loanlint::android
