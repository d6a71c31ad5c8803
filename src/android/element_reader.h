// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "android/manifest.h"
#include "android/xml_tree.h"

namespace loanlint::android {

/// Reads attributes of manifest elements the way Android's package parser does.
class ElementReader {
 public:
  explicit ElementReader(const XmlTree& tree) : tree_(tree) {}

  /// The attribute that Android finds under resource id `id`, or nullptr. Android walks attributes
  /// and wanted ids side by side, both taken to be sorted: the first attribute whose id is not
  /// below `id` decides, so an attribute after a larger id is never found.
  const XmlAttribute* find(const XmlElement& element, std::uint32_t id) const;

  /// The string that stands in the manifest itself; references and other types give nothing.
  std::optional<std::string> own_string(const XmlElement& element, std::uint32_t id) const;
  /// The string, or the resource that holds it; numbers become text.
  ManifestText text(const XmlElement& element, std::uint32_t id) const;
  std::optional<std::int64_t> integer(const XmlElement& element, std::uint32_t id) const;
  bool boolean(const XmlElement& element, std::uint32_t id, bool otherwise) const;
  std::uint32_t reference(const XmlElement& element, std::uint32_t id) const;
  /// An attribute without resource id and namespace, found by its name: `package`, `split`.
  std::optional<std::string> named(const XmlElement& element, std::string_view name) const;
  /// The name of a class: ".X" and "X" stand in `package`.
  std::string class_name(const XmlElement& element, std::uint32_t id,
                         std::string_view package) const;

  const XmlTree& tree() const { return tree_; }

 private:
  const XmlTree& tree_;
};

}  // namespace loanlint::android
