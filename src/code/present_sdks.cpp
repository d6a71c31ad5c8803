// SPDX-License-Identifier: Apache-2.0
#include "code/present_sdks.h"

#include <set>
#include <string_view>

#include "code/names.h"

namespace loanlint::code {
namespace {

void find_classes(const android::Dex& dex, const Owners& owners, std::set<std::string>& ids) {
  // Classes of one package stand together, so most need no look at all.
  std::string_view last;
  for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
    const std::uint32_t type_idx = dex.class_def(i).class_idx;
    const std::string_view onwards =
        dex.string_onwards(dex.descriptor_idx(type_idx)).substr(0, 512);
    if (!last.empty() && onwards.starts_with(last) &&
        onwards.find('/', last.size()) > onwards.find(';', last.size())) {
      continue;
    }
    const std::string_view type = onwards.substr(0, onwards.find(';') + 1);
    last = type.substr(0, type.rfind('/') + 1);
    const Owner owner = owners.of(java_name(type));
    if (owner.kind == Owner::Kind::sdk) ids.insert(owner.sdk);
  }
}

}  // namespace

std::vector<std::string> find_sdks(const std::vector<const android::Dex*>& dexes,
                                   const Owners& owners, const std::vector<catalog::SdkMarks>& sdks,
                                   const std::vector<std::string>& entries) {
  std::set<std::string> ids;
  for (const android::Dex* dex : dexes) find_classes(*dex, owners, ids);
  std::set<std::string_view> libraries;
  for (const std::string& entry : entries) {
    if (entry.starts_with("lib/")) {
      libraries.insert(std::string_view(entry).substr(entry.rfind('/') + 1));
    }
  }
  for (const catalog::SdkMarks& sdk : sdks) {
    for (const std::string& library : sdk.libraries) {
      if (libraries.contains(library)) ids.insert(sdk.id);
    }
  }
  return {ids.begin(), ids.end()};
}

}  // namespace loanlint::code
