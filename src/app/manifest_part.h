// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "android/manifest.h"
#include "base/bytes.h"
#include "base/limits.h"

namespace loanlint::app {

/// A manifest, read and printed.
struct ReadManifest {
  std::string entry;
  android::Manifest manifest;
  android::XmlTree::Form form = android::XmlTree::Form::binary;
  std::string text;  ///< the decoded document: lines of evidence count in it
};

/// Reads a manifest in whichever form the bytes have: binary, protobuf (AAB) or text. `entry` is
/// what evidence calls it. Throws FormatError when there is no document in the bytes.
ReadManifest read_manifest_bytes(Bytes bytes, const std::string& entry, const Limits& limits);

}  // namespace loanlint::app
