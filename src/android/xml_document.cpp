// SPDX-License-Identifier: Apache-2.0
#include "android/xml_document.h"

#include <vector>

#include "android/xml_names.h"

namespace loanlint::android {

pugi::xml_document to_document(const XmlTree& tree, const Limits& limits) {
  pugi::xml_document document;
  XmlNames names(tree);
  std::vector<pugi::xml_node> nodes(tree.elements.size());
  for (std::size_t i = 0; i < tree.elements.size(); ++i) {
    const XmlElement& element = tree.elements[i];
    if (element.after_end || element.depth > limits.xml_depth) continue;
    pugi::xml_node parent = document;
    if (element.parent != kNoParent) parent = nodes[element.parent];
    pugi::xml_node node = parent.append_child(names.element(element).c_str());
    const std::vector<std::string> attribute_names = names.attributes(element);
    const auto attributes = tree.attributes(element);
    for (std::size_t a = 0; a < attribute_names.size(); ++a) {
      node.append_attribute(attribute_names[a].c_str()) = tree.value_text(attributes[a]).c_str();
    }
    nodes[i] = node;
  }
  pugi::xml_node root = document.document_element();
  for (const auto& [prefix, uri] : names.used()) {
    root.append_attribute(("xmlns:" + prefix).c_str()) = uri.c_str();
  }
  return document;
}

}  // namespace loanlint::android
