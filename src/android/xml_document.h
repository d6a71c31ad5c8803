// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pugixml.hpp>

#include "android/xml_tree.h"
#include "base/limits.h"

namespace loanlint::android {

/// `tree` as a document for XPath, with the names that print_xml() writes and unescaped values.
/// Elements deeper than Limits::xml_depth, and those after the end of the root, are left out.
pugi::xml_document to_document(const XmlTree& tree, const Limits& limits = {});

}  // namespace loanlint::android
