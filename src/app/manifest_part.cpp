// SPDX-License-Identifier: Apache-2.0
#include "app/manifest_part.h"

#include <utility>

#include "android/manifest_file.h"

namespace loanlint::app {
namespace {

/// Evidence of a manifest names the entry it was read from.
void rename(findings::Evidence& evidence, const std::string& entry) { evidence.entry = entry; }

void rename_all(android::Manifest& manifest, const std::string& entry) {
  for (auto* list : {&manifest.requested, &manifest.decoys, &manifest.hidden}) {
    for (findings::Permission& permission : *list) rename(permission.evidence, entry);
  }
  for (android::Component& component : manifest.application.components)
    rename(component.evidence, entry);
  for (android::DefinedPermission& permission : manifest.defined)
    rename(permission.evidence, entry);
  for (findings::Trick& trick : manifest.tricks) trick.entry = entry;
  for (findings::Gap& gap : manifest.gaps) gap.entry = entry;
}

}  // namespace

ReadManifest read_manifest_bytes(Bytes bytes, const std::string& entry, const Limits& limits) {
  ReadManifest read;
  read.entry = entry;
  android::ManifestFile file = android::read_manifest_file(bytes, limits);
  read.manifest = std::move(file.manifest);
  read.form = file.tree.form;
  read.text = std::move(file.printed.text);
  rename_all(read.manifest, entry);
  return read;
}

}  // namespace loanlint::app
