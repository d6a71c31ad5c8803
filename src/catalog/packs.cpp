// SPDX-License-Identifier: Apache-2.0
#include "catalog/packs.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "catalog/members.h"

namespace loanlint::catalog {
namespace {

/// Folders of rules/ that hold something other than rules.
constexpr std::array<std::string_view, 11> kTaken{
    "app", "category", "code", "data", "law", "packs", "policy", "schema", "sdk", "text", "tricks"};
/// Those of them in which every file has a name of its own that something asks for.
constexpr std::array<std::string_view, 3> kNamed{"app", "code", "schema"};

template <class List>
bool holds(const List& list, std::string_view wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

/// A file that nobody would ever read is a mistake of whoever laid it over.
void check_places(const RuleFiles& files, const std::vector<Pack>& packs) {
  std::vector<std::string> folders(kTaken.begin(), kTaken.end());
  for (const Pack& pack : packs) folders.push_back(pack.id);
  for (const RuleFile& file : files.laid_over()) {
    const std::size_t slash = file.path.find('/');
    const std::string folder = file.path.substr(0, slash);
    if (slash == std::string::npos)
      throw UsageError(file.shown + ": expected a file in a folder, as pipl/<id>.json");
    if (!holds(folders, folder)) {
      const auto meant = nearest(folder, folders);
      throw UsageError(file.shown + ": there is no pack \"" + folder + "\" (packs/" + folder +
                       ".json)" + (meant ? "; did you mean \"" + *meant + "\"?" : ""));
    }
    if (file.path.find('/', slash + 1) != std::string::npos)
      throw UsageError(file.shown + ": expected the file right in the folder \"" + folder + '"');
    if (holds(kNamed, folder) && !file.replaces_built_in)
      throw UsageError(file.shown + ": nothing reads a file of this name in \"" + folder + '"');
  }
}

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
    if (holds(kTaken, pack.id)) id.fail("the folder \"" + pack.id + "\" holds no rules");
    pack.name = members.at("name").bilingual();
    pack.about = members.at("about").bilingual();
    pack.on = members.at("default").boolean();
    packs.push_back(std::move(pack));
  }
  check_places(files, packs);
  return packs;
}

}  // namespace loanlint::catalog
