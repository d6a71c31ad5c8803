// SPDX-License-Identifier: Apache-2.0
#include "app/manifests.h"

#include <algorithm>
#include <set>
#include <utility>

#include "android/permission_requests.h"
#include "app/manifest_facts.h"
#include "base/buffer.h"
#include "base/error.h"

namespace loanlint::app {
namespace {

using findings::Gap;

template <class List>
void append(List& to, const List& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// Splits name themselves; what is left speaks for the app, what is named like a base before all.
int rank(const PartManifest& manifest) {
  if (!manifest.read.manifest.split.empty()) return 2;
  const auto named = [&manifest](std::string_view word) {
    return manifest.entry.find(word) != std::string::npos;
  };
  return named("base") || named("universal") ? 0 : 1;
}

}  // namespace

Manifests::Manifests(Gathering& gathering, const Parts& parts, const ByteSource& source)
    : g_(gathering), seen_(gathering.app.seen), parts_(parts) {
  switch (parts_.form) {
    case Form::manifest:
      read_single(source);
      break;
    case Form::dex:
      set_unknown_manifest_facts(g_.catalog.kinds(), {"why.no-manifest", {}}, seen_.facts);
      break;
    case Form::policy:
      set_unknown_manifest_facts(g_.catalog.kinds(), {"why.no-package", {}}, seen_.facts);
      break;
    default:
      read_parts();
      base_first();
      take_all();
      break;
  }
}

void Manifests::read_single(const ByteSource& source) {
  const std::string entry = seen_.identity.path;
  try {
    const Buffer bytes = read_all(source, g_.limits.entry_bytes);
    all_.push_back({nullptr, entry,
                    read_manifest_bytes(bytes, std::string(android::kManifestEntry), g_.limits)});
    take(all_.back().read, true);
  } catch (const FormatError& error) {
    missing(gap_of(entry, error, "gap.manifest"));
  }
}

void Manifests::read_parts() {
  for (const Part& part : parts_.parts) {
    if (const auto& refusal = part.archive->refusal()) {
      seen_.gaps.push_back({part.prefix, refusal->offset, refusal->why, ""});
      seen_.refused = true;
    }
    Buffer buffer;
    for (const archive::Entry* entry : entries_of(part)) {
      const std::string name = part.shown(entry->name);
      try {
        const Bytes bytes = read_entry(part, *entry, name, buffer);
        all_.push_back({&part, name, read_manifest_bytes(bytes, name, g_.limits)});
        refuse_uncompiled(all_.back().read);
      } catch (const FormatError& error) {
        unread(gap_of(name, error, "gap.manifest"));
      }
    }
  }
}

/// The entries that are manifests of this part: one, or for an AAB one per module.
std::vector<const archive::Entry*> Manifests::entries_of(const Part& part) const {
  std::vector<const archive::Entry*> entries;
  if (parts_.form == Form::aab) {
    for (const archive::Entry& entry : part.archive->entries()) {
      if (entry.name.ends_with("/manifest/AndroidManifest.xml")) entries.push_back(&entry);
    }
    // The base module first: it speaks for the app.
    std::stable_partition(entries.begin(), entries.end(), [](const archive::Entry* entry) {
      return entry->name.starts_with("base/");
    });
  } else if (const archive::Entry* entry = part.archive->find(android::kManifestEntry)) {
    entries.push_back(entry);
  }
  return entries;
}

/// The bytes of a manifest. What Android cannot read is a Gap, and shown all the same.
Bytes Manifests::read_entry(const Part& part, const archive::Entry& entry, const std::string& name,
                            Buffer& buffer) {
  try {
    return part.archive->read(entry, buffer);
  } catch (const LimitError&) {
    throw;
  } catch (const FormatError& error) {
    Gap gap = gap_of(name, error, "gap.manifest");
    const Bytes bytes = part.archive->read(entry, buffer, archive::As::salvage);
    unread(std::move(gap));
    return bytes;
  }
}

/// What Android installs has a compiled manifest; libraries and AABs are not for installing.
void Manifests::refuse_uncompiled(ReadManifest& read) const {
  if (parts_.form != Form::apk && parts_.form != Form::bundle) return;
  if (read.form == android::XmlTree::Form::binary) return;
  const bool plain = read.form == android::XmlTree::Form::plain;
  read.manifest.refusals.push_back(
      {{plain ? "android.refused.plain-text" : "android.refused.protobuf", {}}, 0, 0});
}

void Manifests::unread(Gap gap) {
  // A cap of ours says nothing of what Android does.
  if (parts_.form == Form::apk && gap.limit.empty()) {
    seen_.refused = true;
    gap.what.key = "gap.manifest-refused";
  }
  seen_.gaps.push_back(std::move(gap));
}

void Manifests::missing(Gap gap) {
  set_unknown_manifest_facts(g_.catalog.kinds(), {"why.manifest-unread", {}}, seen_.facts);
  seen_.gaps.push_back(std::move(gap));
  seen_.refused = true;
}

void Manifests::base_first() {
  std::stable_sort(all_.begin(), all_.end(),
                   [](const PartManifest& a, const PartManifest& b) { return rank(a) < rank(b); });
}

void Manifests::refuse_split() {
  if (parts_.form != Form::bundle && parts_.form != Form::apk) return;
  seen_.gaps.push_back(
      {"", 0, {parts_.form == Form::bundle ? "gap.no-base" : "gap.split-alone", {}}, ""});
  seen_.refused = true;
}

/// Of several manifests that speak for the app each is taken: an installer takes one of them.
void Manifests::take_all() {
  if (all_.empty()) {
    if (seen_.gaps.empty()) {
      missing({"", 0, {parts_.form == Form::bundle ? "gap.no-base" : "gap.no-manifest", {}}, ""});
    } else {
      set_unknown_manifest_facts(g_.catalog.kinds(), {"why.manifest-unread", {}}, seen_.facts);
    }
    return;
  }
  if (!all_.front().read.manifest.split.empty()) refuse_split();
  std::set<std::string> packages;
  for (const PartManifest& one : all_) {
    if (one.read.manifest.split.empty()) packages.insert(one.read.manifest.package);
    take(one.read, &one == &all_.front());
  }
  if (packages.size() > 1) {
    seen_.tricks.push_back(
        {"several-packages-in-bundle", "", 0, *packages.begin() + ", " + *packages.rbegin()});
  }
}

void Manifests::take(const ReadManifest& read, bool first) {
  const android::Manifest& manifest = read.manifest;
  append(seen_.requested, manifest.requested);
  append(seen_.decoys, manifest.decoys);
  append(seen_.hidden, manifest.hidden);
  append(seen_.tricks, manifest.tricks);
  append(seen_.gaps, manifest.gaps);
  for (const android::Refusal& refusal : manifest.refusals) {
    seen_.gaps.push_back({read.entry, refusal.offset, refusal.why, ""});
    seen_.refused = true;
  }
  if (first) seen_.manifest = read.text;
  if (first || manifest.split.empty()) take_facts(manifest, first);
}

void Manifests::take_facts(const android::Manifest& manifest, bool first) {
  const std::size_t kept = g_.limits.evidence_per_fact;
  if (first) {
    set_manifest_facts(manifest, g_.catalog.kinds(), kept, seen_.facts);
    return;
  }
  // Another base: what either asks for is asked for.
  findings::Facts others;
  set_manifest_facts(manifest, g_.catalog.kinds(), kept, others);
  for (const findings::Facts::Named* other : others.sorted()) {
    findings::Fact& fact = seen_.facts[other->first];
    if (other->second.tri() == findings::Tri::yes && fact.tri() != findings::Tri::yes)
      fact = other->second;
  }
}

}  // namespace loanlint::app
