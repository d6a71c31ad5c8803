// SPDX-License-Identifier: Apache-2.0
#include "app/manifest_part.h"

#include "android/axml.h"
#include "android/xml_print.h"

namespace loanlint::app {
namespace {

bool is_text(Bytes bytes) {
  const std::string_view text = as_text(bytes);
  const std::size_t first = text.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return first != std::string_view::npos && text[first] == '<';
}

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
  read.plain = is_text(bytes);
  const android::XmlTree tree = android::read_axml(bytes, limits);
  const android::PrintedXml printed = android::print_xml(tree, limits);
  read.manifest = android::read_manifest(tree, printed);
  read.text = printed.text;
  rename_all(read.manifest, entry);
  return read;
}

}  // namespace loanlint::app
