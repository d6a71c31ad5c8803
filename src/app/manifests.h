// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/gather.h"
#include "app/manifest_part.h"
#include "app/parts.h"
#include "base/buffer.h"

namespace loanlint::app {

/// One manifest of the input with the part it stands in.
struct PartManifest {
  const Part* part = nullptr;  ///< nothing for a manifest that is the input itself
  std::string entry;
  ReadManifest read;
};

/// The manifests of a package, the one that speaks for the app first. Reads them, and puts what
/// they say into the App: permissions, tricks, the facts about asking and receiving.
class Manifests {
 public:
  Manifests(Gathering& gathering, const Parts& parts, const ByteSource& source);

  const std::vector<PartManifest>& all() const { return all_; }
  /// The one that speaks for the app, or nothing.
  const PartManifest* base() const { return all_.empty() ? nullptr : &all_.front(); }

 private:
  void read_single(const ByteSource& source);
  void read_parts();
  std::vector<const archive::Entry*> entries_of(const Part& part) const;
  Bytes read_entry(const Part& part, const archive::Entry& entry, const std::string& name,
                   Buffer& buffer);
  void refuse_uncompiled(ReadManifest& read) const;
  void unread(findings::Gap gap);
  void missing(findings::Gap gap);
  void base_first();
  void take_all();
  /// A split is installed beside a base, never by itself.
  void refuse_split();
  void take(const ReadManifest& read, bool first);
  void take_facts(const android::Manifest& manifest, bool first);

  Gathering& g_;
  findings::ScanResult& seen_;
  const Parts& parts_;
  std::vector<PartManifest> all_;
};

}  // namespace loanlint::app
