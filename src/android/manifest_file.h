// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "android/manifest.h"
#include "android/xml_print.h"
#include "android/xml_tree.h"
#include "base/bytes.h"
#include "base/limits.h"

namespace loanlint::android {

/// A manifest in whichever form it came, as text and as what Android takes from it.
struct ManifestFile {
  XmlTree tree;
  PrintedXml printed;
  Manifest manifest;
};

/// Reads a manifest that is binary XML, protobuf or plain text. Packages must hold it as binary
/// XML and bundles as protobuf: `tree.form` tells which it was. `bytes` must outlive the tree.
/// Throws FormatError when there is no document of any kind in the bytes.
ManifestFile read_manifest_file(Bytes bytes, const Limits& limits = {},
                                const ResourceTable* resources = nullptr);

}  // namespace loanlint::android
