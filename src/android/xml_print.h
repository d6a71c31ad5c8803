// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "android/xml_names.h"
#include "android/xml_tree.h"
#include "base/limits.h"

namespace loanlint::android {

/// A document as text, and where each element of the tree stands in it.
struct PrintedXml {
  std::string text;
  std::vector<std::uint32_t> lines;  ///< by element: 1-based, 0 for one that is not in the text
};

/// Gives the name of a resource ("@string/app_name"), or "" when there is none.
using ResourceNamer = std::function<std::string(std::uint32_t)>;

/// Writes `tree` as XML, one element per line. Elements deeper than Limits::xml_depth and those
/// past 32 MiB of text are left out, and said to be; those after the end of the root stand in a
/// comment at the end. Names and values are escaped so that the text is well-formed and safe on a
/// terminal; values above 8,000 bytes are cut.
PrintedXml print_xml(const XmlTree& tree, const Limits& limits = {},
                     const ResourceNamer& namer = nullptr);

/// Where an element stands, for evidence: XPath in the printed text, and the element itself.
class XmlPlaces {
 public:
  /// The tree must outlive this.
  explicit XmlPlaces(const XmlTree& tree);

  /// "/manifest/uses-permission[3]"; very deep elements give "//name".
  std::string xpath(std::uint32_t index);
  /// The start tag, as in the printed text but cut after some 500 characters.
  std::string excerpt(std::uint32_t index);

 private:
  struct Position {
    std::uint32_t number;  // among siblings of the same name, from 1
    std::uint32_t first;   // the first of them, which carries their count
  };
  const XmlTree& tree_;
  XmlNames names_;
  std::vector<Position> positions_;
  std::vector<std::uint32_t> counts_;  // by element, set for those that are first
};

}  // namespace loanlint::android
