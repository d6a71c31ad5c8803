// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "android/res_value.h"
#include "android/wire.h"
#include "android/xml_tree.h"
#include "base/bytes.h"
#include "base/limits.h"

namespace loanlint::android {

/// Reads an XML document in the protobuf form of app bundles (.aab). Attributes are sorted by
/// resource id, as the bundle tool will sort them for Android. Throws FormatError.
/// Format: XmlNode in Resources.proto of aapt2.
XmlTree read_proto_xml(Bytes bytes, const Limits& limits = {});

/// A typed value of the protobuf form; strings stand in `text`, and so do names of references
/// that have no id yet.
struct ProtoItem {
  ResValue value = {};
  std::string_view text = {};
};

/// Reads an Item message. Throws FormatError.
ProtoItem read_proto_item(Cursor in);

}  // namespace loanlint::android
