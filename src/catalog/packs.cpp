// SPDX-License-Identifier: Apache-2.0
#include "catalog/packs.h"

#include <algorithm>
#include <array>

#include "catalog/members.h"

namespace loanlint::catalog {
namespace {

/// Folders of rules/ that hold something other than rules.
constexpr std::array<std::string_view, 11> kTaken{
    "app", "category", "code", "data", "law", "packs", "policy", "schema", "sdk", "text", "tricks"};

}  // namespace

std::vector<Pack> load_packs(const RuleFiles& files) {
  std::vector<Pack> packs;
  for (const RuleFile& file : files.in("packs")) {
    const Members members(file, reading_of(file));
    members.only({"$schema", "id", "name", "about", "default"});
    Pack pack;
    const Node id = members.at("id");
    pack.id = id.text();
    if (pack.id != file.id()) id.fail("expected the file's name, \"" + file.id() + '"');
    if (std::find(kTaken.begin(), kTaken.end(), pack.id) != kTaken.end())
      id.fail("the folder \"" + pack.id + "\" holds no rules");
    pack.name = members.at("name").bilingual();
    pack.about = members.at("about").bilingual();
    pack.on = members.at("default").boolean();
    packs.push_back(std::move(pack));
  }
  return packs;
}

}  // namespace loanlint::catalog
