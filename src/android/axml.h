// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "android/xml_tree.h"
#include "base/bytes.h"
#include "base/limits.h"

namespace loanlint::android {

/// Reads binary XML as Android does: what Android skips is skipped, what it overlooks is
/// recorded as a trick, and where it would stop with an error there is a refusal.
///
/// Reading goes on past a refusal where the bytes allow it, so that there is something to show.
/// Elements after the end of the root are kept, marked after_end. Throws FormatError when there
/// is no document in the bytes at all. The tree views `bytes`.
/// Format: ResXMLTree_* in ResourceTypes.h of the platform; rules: its ResourceTypes.cpp.
XmlTree read_axml(Bytes bytes, const Limits& limits = {});

/// True when `bytes` start like a chunk of binary XML that Android 10 or later would look into;
/// tells it from text and from protobuf without reading it.
bool looks_like_axml(Bytes bytes);

}  // namespace loanlint::android
