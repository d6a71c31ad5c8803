// SPDX-License-Identifier: Apache-2.0
#include "support/manifest_tricks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "android/axml.h"
#include "android/manifest.h"
#include "base/printable.h"

namespace loanlint::android {
namespace {

using Names = std::vector<std::string>;

std::string short_name(const std::string& permission) {
  constexpr std::string_view kPrefix = "android.permission.";
  return permission.starts_with(kPrefix) ? permission.substr(kPrefix.size()) : permission;
}

Names noted(const std::vector<findings::Permission>& permissions) {
  std::set<std::string> out;
  for (const findings::Permission& permission : permissions) {
    out.insert(short_name(permission.name) + " (" + permission.note + ")");
  }
  return {out.begin(), out.end()};
}

/// For messages: as text that doctest can show.
std::string joined(const Names& names) {
  std::string out;
  for (const std::string& name : names) out += printable(name) + "; ";
  return out;
}

TEST_CASE("every trick with a manifest is read as Android reads it, and named") {
  for (const testing::ManifestTrick& row : testing::manifest_tricks()) {
    CAPTURE(row.name);
    const XmlTree tree = read_axml(row.bytes);
    const Manifest manifest = read_manifest(tree, print_xml(tree));
    Names requested;
    for (const std::string& name : manifest.requested_names()) {
      requested.push_back(short_name(name));
    }
    Names tricks;
    for (const findings::Trick& trick : manifest.tricks) tricks.push_back(trick.id);
    std::sort(tricks.begin(), tricks.end());
    Names refusals;
    for (const Refusal& refusal : manifest.refusals) refusals.push_back(refusal.why.key);
    CHECK(joined(requested) == joined(row.requested));
    CHECK(joined(noted(manifest.decoys)) == joined(row.decoys));
    CHECK(joined(noted(manifest.hidden)) == joined(row.hidden));
    CHECK(joined(tricks) == joined(row.tricks));
    CHECK(joined(refusals) == joined(row.refusals));
  }
}

}  // namespace
}  // namespace loanlint::android
