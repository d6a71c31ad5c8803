// SPDX-License-Identifier: Apache-2.0
#include "catalog/tricks.h"

#include "catalog/node.h"

namespace loanlint::catalog {

Tricks::Tricks(const RuleFiles& files) {
  for (const RuleFile& file : files.in("tricks")) {
    for (const auto& [id, node] : Node::parse(file).members()) {
      node.only({"title", "android", "evasion"});
      TrickInfo info{node.at("title").bilingual(), node.at("android").bilingual(),
                     node.at("evasion").boolean()};
      if (!tricks_.emplace(id, std::move(info)).second)
        node.fail("this id stands in another file too");
    }
  }
}

const TrickInfo* Tricks::find(std::string_view id) const {
  const auto found = tricks_.find(id);
  return found == tricks_.end() ? nullptr : &found->second;
}

bool Tricks::is_evasion(std::string_view id) const {
  const TrickInfo* info = find(id);
  return info != nullptr && info->evasion;
}

}  // namespace loanlint::catalog
