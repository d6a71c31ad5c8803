// SPDX-License-Identifier: Apache-2.0
#include "app/gather.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <set>
#include <utility>

#include "app/category_facts.h"
#include "app/code_facts.h"
#include "app/documents.h"
#include "app/identity.h"
#include "app/manifest_facts.h"
#include "app/manifest_part.h"
#include "app/package_facts.h"
#include "app/policy_facts.h"
#include "app/signer_facts.h"
#include "app/strings.h"
#include "archive/compare.h"
#include "base/error.h"

namespace loanlint::app {
namespace {

using findings::Gap;
using findings::Message;
using findings::ScanResult;

template <class List>
void append(List& to, List from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// One manifest of the package with the part it stands in.
struct PartManifest {
  const Part* part = nullptr;
  std::string entry;
  ReadManifest read;
};

class Gatherer {
 public:
  Gatherer(Gathering& gathering, const Parts& parts, const ByteSource& source)
      : g_(gathering), seen_(gathering.app.seen), parts_(parts), source_(source) {}

  void run() {
    switch (parts_.form) {
      case Form::manifest:
        read_single_manifest();
        break;
      case Form::dex:
        seen_.facts = {};
        set_unknown_manifest_facts(g_.catalog.kinds(), {"why.no-manifest", {}}, seen_.facts);
        break;
      case Form::policy:
        set_unknown_manifest_facts(g_.catalog.kinds(), {"why.no-package", {}}, seen_.facts);
        break;
      default:
        read_manifests();
        break;
    }
    read_documents();
    read_code();
    read_identity();
    set_category();
    note_packed_code(g_.catalog, seen_);
    note_container_tricks();
    set_joined_facts();
  }

 private:
  // --- the manifest

  void read_single_manifest() {
    const std::string entry = seen_.identity.path;
    try {
      const std::vector<std::uint8_t> bytes = read_all(source_, g_.limits.entry_bytes);
      manifests_.push_back(
          {nullptr, entry, read_manifest_bytes(bytes, std::string(archive::kManifest), g_.limits)});
      take_manifest(manifests_.back().read, true);
    } catch (const FormatError& error) {
      manifest_missing(gap_of(entry, error, "gap.manifest"));
    }
  }

  void manifest_missing(Gap gap) {
    set_unknown_manifest_facts(g_.catalog.kinds(), {"why.manifest-unread", {}}, seen_.facts);
    seen_.gaps.push_back(std::move(gap));
    seen_.refused = true;
  }

  /// Names of the entries that are manifests of this part: one, or for an AAB one per module.
  std::vector<const archive::Entry*> manifest_entries(const Part& part) const {
    std::vector<const archive::Entry*> entries;
    if (parts_.form == Form::aab) {
      for (const archive::Entry& entry : part.archive->entries()) {
        if (entry.name.ends_with("/manifest/AndroidManifest.xml")) entries.push_back(&entry);
      }
      // The base module first: it speaks for the app.
      std::stable_partition(entries.begin(), entries.end(), [](const archive::Entry* entry) {
        return entry->name.starts_with("base/");
      });
    } else if (const archive::Entry* entry = part.archive->find(archive::kManifest)) {
      entries.push_back(entry);
    }
    return entries;
  }

  void manifest_unread(Gap gap) {
    // A cap of ours says nothing of what Android does.
    if (parts_.form == Form::apk && gap.limit.empty()) {
      seen_.refused = true;
      gap.what.key = "gap.manifest-refused";
    }
    seen_.gaps.push_back(std::move(gap));
  }

  /// The bytes of a manifest. What Android cannot read is a Gap, and shown all the same.
  Bytes read_manifest_entry(const Part& part, const archive::Entry& entry, const std::string& name,
                            std::vector<std::uint8_t>& buffer) {
    try {
      return part.archive->read(entry, buffer);
    } catch (const LimitError&) {
      throw;
    } catch (const FormatError& error) {
      Gap gap = gap_of(name, error, "gap.manifest");
      const Bytes bytes = part.archive->read(entry, buffer, archive::As::salvage);
      manifest_unread(std::move(gap));
      return bytes;
    }
  }

  void read_manifests() {
    for (const Part& part : parts_.parts) {
      note_archive(part);
      std::vector<std::uint8_t> buffer;
      for (const archive::Entry* entry : manifest_entries(part)) {
        const std::string name = part.shown(entry->name);
        try {
          const Bytes bytes = read_manifest_entry(part, *entry, name, buffer);
          manifests_.push_back({&part, name, read_manifest_bytes(bytes, name, g_.limits)});
          refuse_uncompiled(manifests_.back().read);
        } catch (const FormatError& error) {
          manifest_unread(gap_of(name, error, "gap.manifest"));
        }
      }
    }
    choose_base();
  }

  /// What Android installs has a compiled manifest; libraries and AABs are not for installing.
  void refuse_uncompiled(ReadManifest& read) const {
    if (parts_.form != Form::apk && parts_.form != Form::bundle) return;
    if (read.form == android::XmlTree::Form::binary) return;
    const bool plain = read.form == android::XmlTree::Form::plain;
    read.manifest.refusals.push_back(
        {{plain ? "android.refused.plain-text" : "android.refused.protobuf", {}}, 0, 0});
  }

  void note_archive(const Part& part) {
    if (const auto& refusal = part.archive->refusal()) {
      seen_.gaps.push_back({part.prefix, refusal->offset, refusal->why, ""});
      seen_.refused = true;
    }
  }

  /// The container's tricks, after everything has been read: reading finds some of them. Where
  /// there is one, it is worth a look at what ordinary tools see.
  void note_container_tricks() {
    for (const Part& part : parts_.parts) {
      std::vector<findings::Trick> tricks = part.archive->tricks();
      if (tricks.empty()) continue;
      append(tricks, archive::compare_views(*part.archive, *part.source, g_.limits));
      for (findings::Trick& trick : tricks) trick.entry = part.shown(trick.entry);
      append(seen_.tricks, std::move(tricks));
    }
  }

  /// Splits name themselves; what is left speaks for the app. Of several the ones named like a
  /// base come first, and each is read: an installer takes one of them.
  void choose_base() {
    std::stable_sort(manifests_.begin(), manifests_.end(),
                     [](const PartManifest& a, const PartManifest& b) {
                       const auto rank = [](const PartManifest& m) {
                         if (!m.read.manifest.split.empty()) return 2;
                         return m.entry.find("base") != std::string::npos ||
                                        m.entry.find("universal") != std::string::npos
                                    ? 0
                                    : 1;
                       };
                       return rank(a) < rank(b);
                     });
    if (manifests_.empty()) {
      if (seen_.gaps.empty()) {
        manifest_missing(
            {"", 0, {parts_.form == Form::bundle ? "gap.no-base" : "gap.no-manifest", {}}, ""});
      } else {
        set_unknown_manifest_facts(g_.catalog.kinds(), {"why.manifest-unread", {}}, seen_.facts);
      }
      return;
    }
    if (parts_.form == Form::bundle && !manifests_.front().read.manifest.split.empty()) {
      seen_.gaps.push_back({"", 0, {"gap.no-base", {}}, ""});
      seen_.refused = true;
    }
    std::set<std::string> packages;
    for (PartManifest& one : manifests_) {
      if (one.read.manifest.split.empty()) packages.insert(one.read.manifest.package);
      take_manifest(one.read, &one == &manifests_.front());
    }
    if (packages.size() > 1) {
      seen_.tricks.push_back(
          {"several-packages-in-bundle", "", 0, *packages.begin() + ", " + *packages.rbegin()});
    }
  }

  void take_manifest(ReadManifest& read, bool first) {
    android::Manifest& manifest = read.manifest;
    seen_.requested.insert(seen_.requested.end(), manifest.requested.begin(),
                           manifest.requested.end());
    seen_.decoys.insert(seen_.decoys.end(), manifest.decoys.begin(), manifest.decoys.end());
    seen_.hidden.insert(seen_.hidden.end(), manifest.hidden.begin(), manifest.hidden.end());
    append(seen_.tricks, manifest.tricks);
    append(seen_.gaps, manifest.gaps);
    for (const android::Refusal& refusal : manifest.refusals) {
      seen_.gaps.push_back({read.entry, refusal.offset, refusal.why, ""});
      seen_.refused = true;
    }
    if (first) {
      seen_.manifest = read.text;
      base_ = &read;
      set_manifest_facts(manifest, g_.catalog.kinds(), g_.limits.evidence_per_fact, seen_.facts);
    } else if (manifest.split.empty()) {
      // Another base: what either asks for is asked for.
      findings::Facts others;
      set_manifest_facts(manifest, g_.catalog.kinds(), g_.limits.evidence_per_fact, others);
      for (const auto& [name, fact] : others) {
        if (fact.tri() == findings::Tri::yes && seen_.facts[name].tri() != findings::Tri::yes)
          seen_.facts[name] = fact;
      }
    }
  }

  // --- texts, code, and what joins them

  void read_documents() {
    FoundDocuments found;
    for (const GivenPolicy& given : g_.policies) found.add(given.path, given.bytes, true);
    if (parts_.form == Form::policy) {
      try {
        found.add(seen_.identity.path, read_all(source_, g_.limits.policy_bytes), true);
      } catch (const FormatError& error) {
        seen_.gaps.push_back(gap_of("", error, "gap.document"));
      }
    }
    for (const Part& part : parts_.parts) {
      find_documents(part, g_.catalog.candidates(), g_.limits, found, seen_.gaps);
      resources_.emplace_back(part, g_.limits, seen_.gaps);
      string_texts_.push_back(
          resources_.back().look_for_policies(g_.catalog.candidates(), found, links_));
    }
    set_policy_facts(found, links_, g_.catalog, g_.limits, g_.reader, g_.app);
  }

  void read_code() {
    std::vector<const android::Manifest*> all;
    for (const PartManifest& one : manifests_) all.push_back(&one.read.manifest);
    set_code_facts(parts_, source_, base_ == nullptr ? nullptr : &base_->manifest, all, g_.catalog,
                   g_.analyser, g_.limits, g_.app);
  }

  void read_identity() {
    if (base_ == nullptr) return;
    std::vector<const PartResources*> all;
    const PartResources* base = nullptr;
    for (std::size_t i = 0; i < resources_.size(); ++i) {
      all.push_back(&resources_[i]);
      if (&parts_.parts[i] == manifests_.front().part) base = &resources_[i];
    }
    set_identity(base_->manifest, seen_.identity);
    seen_.identity.label = label_of(base_->manifest.application.label, base, all);
    const android::ManifestText& version = base_->manifest.version_name;
    if (version.reference != 0 && base != nullptr) {
      seen_.identity.version_name = base->text(version.reference, {}).value_or("");
    }
    set_signer_facts(parts_, g_.limits, seen_);
  }

  void set_category() {
    std::vector<CategoryText> texts;
    const findings::Identity& identity = seen_.identity;
    const auto add = [&texts](catalog::SignalField in, std::string text, std::string entry,
                              findings::Place where = {}) {
      if (!text.empty()) texts.push_back({in, std::move(text), std::move(entry), std::move(where)});
    };
    using catalog::SignalField;
    if (base_ != nullptr) {
      const std::string manifest(archive::kManifest);
      add(SignalField::label, identity.label.zh, manifest, findings::NamedPlace{"label"});
      if (identity.label.en != identity.label.zh)
        add(SignalField::label, identity.label.en, manifest, findings::NamedPlace{"label"});
      add(SignalField::package, identity.package, manifest, findings::NamedPlace{"package"});
      for (const android::Component& component : base_->manifest.application.components) {
        add(SignalField::component, component.name, manifest, findings::NamedPlace{component.name});
      }
    }
    for (const std::string& text : string_texts_) add(SignalField::strings, text, "resources.arsc");
    for (const policy::Document& document : g_.app.policy.documents) {
      if (document.counts) add(SignalField::policy, document.text, document.entry);
    }
    for (const std::string& sdk : g_.app.code.sdks) add(SignalField::sdk, sdk, "classes.dex");
    seen_.facts.set("category",
                    category_fact(g_.catalog.categories(), texts, g_.limits.evidence_per_fact));
  }

  void set_joined_facts() { set_package_facts(g_.catalog, g_.app); }

  Gathering& g_;
  ScanResult& seen_;
  const Parts& parts_;
  const ByteSource& source_;
  std::vector<PartManifest> manifests_;
  ReadManifest* base_ = nullptr;
  std::vector<FoundLink> links_;
  std::deque<PartResources> resources_;  // one for each part, in order
  std::vector<std::string> string_texts_;
};

}  // namespace

void gather(Gathering& gathering, const Parts& parts, const ByteSource& source) {
  if (parts.input == "unknown") {
    gather_without_package(gathering, {"why.unreadable", {}});
    gathering.app.seen.refused = true;
    return;
  }
  Gatherer(gathering, parts, source).run();
}

void gather_without_package(Gathering& gathering, const Message& reason) {
  findings::Facts& facts = gathering.app.seen.facts;
  set_unknown_manifest_facts(gathering.catalog.kinds(), reason, facts);
  set_unknown_code_facts(gathering.catalog, reason, facts);
  FoundDocuments found;
  for (const GivenPolicy& given : gathering.policies) found.add(given.path, given.bytes, true);
  set_policy_facts(found, {}, gathering.catalog, gathering.limits, gathering.reader, gathering.app);
  std::vector<CategoryText> texts;
  for (const policy::Document& document : gathering.app.policy.documents) {
    if (document.counts)
      texts.push_back({catalog::SignalField::policy, document.text, document.entry, {}});
  }
  facts.set("category", category_fact(gathering.catalog.categories(), texts,
                                      gathering.limits.evidence_per_fact));
  set_package_facts(gathering.catalog, gathering.app);
}

}  // namespace loanlint::app
