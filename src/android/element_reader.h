// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "android/manifest.h"
#include "android/resources.h"
#include "android/xml_tree.h"

namespace loanlint::android {

/// Reads attributes of manifest elements the way Android's package parser does.
class ElementReader {
 public:
  /// `resources` may be nullptr: then references stay unresolved.
  ElementReader(const XmlTree& tree, const ResourceTable* resources)
      : tree_(tree), resources_(resources) {}

  /// The attribute that Android finds under resource id `id`, or nullptr. Android walks attributes
  /// and wanted ids side by side, both taken to be sorted: the first attribute whose id is not
  /// below `id` decides, so an attribute after a larger id is never found.
  const XmlAttribute* find(const XmlElement& element, std::uint32_t id) const;

  /// The string that stands in the manifest itself; references and other types give nothing.
  std::optional<std::string> own_string(const XmlElement& element, std::uint32_t id) const;
  /// The string, from the resource that it refers to if need be; "" when there is none.
  std::string string(const XmlElement& element, std::uint32_t id) const;
  /// The string, or the resource that holds it; numbers become text. What a source manifest leaves
  /// to the build is nothing.
  ManifestText text(const XmlElement& element, std::uint32_t id) const;
  std::optional<std::int64_t> integer(const XmlElement& element, std::uint32_t id) const;
  bool boolean(const XmlElement& element, std::uint32_t id, bool otherwise) const;
  std::uint32_t reference(const XmlElement& element, std::uint32_t id) const;
  /// An attribute without resource id and namespace, found by its name: `package`, `split`.
  std::optional<std::string> named(const XmlElement& element, std::string_view name) const;
  /// android:name of an <action> or <category>, which Android looks up by its name, not its id;
  /// by its id when there is none of that name.
  std::string action_name(const XmlElement& element) const;
  /// The name of a class: ".X" and "X" stand in `package`.
  std::string class_name(const XmlElement& element, std::uint32_t id,
                         std::string_view package) const;

  /// A source manifest takes the element away with tools:node, also where a library brings it;
  /// compiled manifests no longer say so.
  bool is_removed_by_build(const XmlElement& element) const;

  /// `text` as all of these functions give it: cut, between characters, to a length that no name
  /// or label has.
  static std::string shortened(std::string_view text);

  const XmlTree& tree() const { return tree_; }

  const ResourceTable* resources() const { return resources_; }

 private:
  /// The attribute's value, references followed.
  std::optional<ResValue> value(const XmlElement& element, std::uint32_t id) const;

  const XmlTree& tree_;
  const ResourceTable* resources_;
};

}  // namespace loanlint::android
