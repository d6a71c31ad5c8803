// SPDX-License-Identifier: Apache-2.0
#include "app/gather.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "app/category_facts.h"
#include "app/code_facts.h"
#include "app/code_links.h"
#include "app/documents.h"
#include "app/identity.h"
#include "app/manifest_facts.h"
#include "app/manifests.h"
#include "app/package_facts.h"
#include "app/policy_facts.h"
#include "app/signer_facts.h"
#include "app/strings.h"
#include "archive/compare.h"
#include "base/error.h"

namespace loanlint::app {
namespace {

using findings::Message;
using findings::ScanResult;

class Gatherer {
 public:
  Gatherer(Gathering& gathering, const Parts& parts, const ByteSource& source)
      : g_(gathering),
        seen_(gathering.app.seen),
        parts_(parts),
        source_(source),
        manifests_(gathering, parts, source) {}

  void run() {
    read_texts();
    read_code();
    set_policy_links(links_, g_.limits, seen_.facts);
    set_category();
    note_packed_code(g_.catalog, seen_);
    note_container_tricks();
    set_package_facts(g_.catalog, g_.app);
  }

 private:
  const android::Manifest* base() const {
    return manifests_.base() == nullptr ? nullptr : &manifests_.base()->read.manifest;
  }

  /// Resources and documents, let go of before the code is read: none of them is small.
  void read_texts() {
    FoundDocuments found;
    find_texts(found);
    read_identity();
    resources_.clear();
    set_policy_facts(found, g_.catalog, g_.limits, g_.reader, g_.no_policy, g_.app);
    if (parts_.parts.empty() && found.documents.empty()) {
      // Where no package was given none was searched.
      seen_.facts.set("policy.found", {findings::Tri::unknown, {"why.no-package", {}}, {}});
    }
  }

  /// Everything in the package that may be a policy, or name the address of one.
  void find_texts(FoundDocuments& found) {
    for (const GivenPolicy& given : g_.policies) found.add(given.path, given.bytes, true);
    if (parts_.form == Form::policy) {
      try {
        found.add(seen_.identity.path, read_all(source_, g_.limits.policy_bytes), true);
      } catch (const FormatError& error) {
        seen_.gaps.push_back(gap_of("", error, "gap.document"));
      }
    }
    for (const Part& part : parts_.parts) {
      find_documents(part, g_.catalog.candidates(), g_.limits, found, links_, seen_.gaps);
    }
    std::size_t most = g_.limits.entry_bytes - parts_.held;
    for (const Part& part : parts_.parts) {
      const PartResources& read = resources_.emplace_back(part, most, g_.limits, seen_.gaps);
      most -= std::min(most, read.held());
      string_texts_.push_back({read.look_for_policies(g_.catalog.candidates(), found, links_),
                               part.shown("resources.arsc")});
    }
  }

  void read_code() {
    if (parts_.form == Form::manifest || parts_.form == Form::policy) {
      const bool manifest = parts_.form == Form::manifest;
      set_unknown_code_facts(g_.catalog, {manifest ? "why.manifest-alone" : "why.no-package", {}},
                             seen_.facts);
      return;
    }
    const DexFiles files =
        read_dex_files(parts_, source_, seen_.identity.path, g_.limits, seen_.gaps);
    find_code_links(files, g_.catalog.candidates().links(), g_.limits, links_);
    std::vector<const android::Manifest*> all;
    for (const PartManifest& one : manifests_.all()) all.push_back(&one.read.manifest);
    set_code_facts(files, parts_, base(), all, g_.catalog, g_.analyser(), g_.limits, g_.app);
  }

  void read_identity() {
    if (base() == nullptr) return;
    set_identity(*base(), seen_.identity);
    const Names names(parts_, resources_, manifests_.base()->part);
    seen_.identity.label = names.bilingual(base()->shown_label());
    seen_.identity.version_name = names.plain(base()->version_name);
    names_ = names.on_screen(base()->application);
    set_signer_facts(parts_, g_.limits, seen_);
  }

  void set_category() {
    std::vector<CategoryText> texts = category_texts(g_.app, base(), names_);
    for (auto& [text, entry] : string_texts_) {
      if (!text.empty()) texts.push_back({catalog::SignalField::strings, text, entry});
    }
    seen_.facts.set("category",
                    category_fact(g_.catalog.categories(), texts, g_.limits.evidence_per_fact));
  }

  /// The container's tricks, after everything has been read: reading finds some of them. Where
  /// there is one, it is worth a look at what ordinary tools see.
  void note_container_tricks() {
    for (const Part& part : parts_.parts) {
      std::vector<findings::Trick> tricks = part.archive->tricks();
      if (tricks.empty()) continue;
      std::vector<findings::Trick> seen_otherwise =
          archive::compare_views(*part.archive, *part.source, g_.limits);
      for (auto* list : {&tricks, &seen_otherwise}) {
        for (findings::Trick& trick : *list) {
          trick.entry = part.shown(trick.entry);
          seen_.tricks.push_back(std::move(trick));
        }
      }
    }
  }

  struct StringText {
    std::string text;
    std::string entry;
  };

  Gathering& g_;
  ScanResult& seen_;
  const Parts& parts_;
  const ByteSource& source_;
  Manifests manifests_;
  std::vector<FoundLink> links_;
  std::deque<PartResources> resources_;  // one for each part, in order
  std::vector<StringText> string_texts_;
  std::vector<std::string> names_;  // what the app is called on the screen
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
  set_policy_facts(found, gathering.catalog, gathering.limits, gathering.reader,
                   gathering.no_policy, gathering.app);
  set_policy_links({}, gathering.limits, facts);
  facts.set("category", category_fact(gathering.catalog.categories(),
                                      category_texts(gathering.app, nullptr, {}),
                                      gathering.limits.evidence_per_fact));
  set_package_facts(gathering.catalog, gathering.app);
}

}  // namespace loanlint::app
