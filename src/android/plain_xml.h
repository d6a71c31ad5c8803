// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "android/xml_print.h"
#include "android/xml_tree.h"
#include "base/limits.h"

namespace loanlint::android {

/// A source document and its tree; the printed text is the source itself, so lines are its lines.
struct PlainXml {
  XmlTree tree;
  PrintedXml printed;
};

/// Reads a manifest (or another XML document) as developers write it. Attributes of the android
/// namespace get their resource ids by name, and the types that compiling would give them; names
/// of resources (@string/app_name) stay names. Declared entities are not expanded. Throws
/// FormatError, with the line, when the text is not XML.
PlainXml read_plain_xml(std::string_view text, const Limits& limits = {});

/// True when `text` starts as XML text does, in UTF-8 or UTF-16.
bool looks_like_plain_xml(std::string_view text);

}  // namespace loanlint::android
