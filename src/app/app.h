// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/source.h"
#include "catalog/catalog.h"
#include "code/analyse.h"
#include "findings/scan_result.h"
#include "policy/document.h"

namespace loanlint::app {

/// Everything known about one package, before any rule is asked.
struct App {
  /// Identity, facts, permissions, tricks, gaps, documents and the decoded manifest are set;
  /// findings and verdict are not.
  findings::ScanResult seen;
  policy::Policy policy;
  code::Code code;
};

/// A policy that the user gives beside the package.
struct GivenPolicy {
  std::string path;
  Buffer bytes;
};

/// Gathers the facts about packages. Parts of the catalog are read as packages need them; keep
/// the Loader for the next package. Not for several threads.
class Loader {
 public:
  /// The catalog must outlive the Loader.
  Loader(const catalog::Catalog& catalog, const Limits& limits, std::vector<GivenPolicy> policies);
  ~Loader();

  /// Reads an APK, a bundle, an AAB, an AAR, an AndroidManifest.xml in any of its forms, a DEX
  /// file or a policy. What cannot be read becomes a Gap; throws nothing but what memory and
  /// ByteSource::read of a vanished file bring.
  App load(const ByteSource& source, const std::string& path) const;

  /// The given policies by themselves.
  App load_policies() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reads the policies at `paths`: files, or folders with every file in them. Throws UsageError.
std::vector<GivenPolicy> read_policies(const std::vector<std::string>& paths, const Limits& limits);

}  // namespace loanlint::app
