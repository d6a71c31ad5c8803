// SPDX-License-Identifier: Apache-2.0
#include "catalog/link_words.h"

#include "catalog/node.h"

namespace loanlint::catalog {

LinkWords load_link_words(const RuleFiles& files) {
  const RuleFile* file = files.find("policy/links.json");
  if (file == nullptr) return {};
  const Node node = Node::parse(*file);
  node.only({"in_address", "before"});
  return {node.at("in_address").texts(), node.at("before").texts()};
}

}  // namespace loanlint::catalog
