// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/limits.h"
#include "findings/scan_result.h"

namespace loanlint::app {
struct App;
}
namespace loanlint::catalog {
class Catalog;
struct Rule;
}  // namespace loanlint::catalog

namespace loanlint::scan {

struct Options {
  Limits limits;
  std::vector<std::string> packs;  ///< packs to use besides those on by default
  std::vector<std::string> only;   ///< rule ids; empty: all of the packs
  std::vector<std::string> skip;
  std::vector<std::string> policies;  ///< --policy: files or folders
};

/// Scans packages, one after the other, with rules that are loaded once.
class Scanner {
 public:
  /// `catalog` must outlive it. Throws UsageError when a rule file, a rule id or a policy path is
  /// wrong.
  Scanner(const catalog::Catalog& catalog, Options options);
  ~Scanner();

  /// Everything there is to say about the package, bundle, manifest or source tree's manifest at
  /// `path`. What cannot be read is a Gap in the result; only a path that cannot be opened is a
  /// UsageError.
  findings::ScanResult scan(const std::string& path) const;

  /// The policies of the options by themselves, without a package.
  findings::ScanResult scan_policies() const;

  /// The facts about the file at `path`, before any rule is asked: what `dump` shows.
  app::App load(const std::string& path) const;

  const Options& options() const;
  const catalog::Catalog& catalog() const;
  /// The rules in use, by pack and id.
  const std::vector<catalog::Rule>& rules() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Is told of a folder that cannot be read, and why.
using UnreadableFolder = std::function<void(const std::string& folder, const std::string& why)>;

/// The files named by `paths`, in order: folders give every package below them, sorted by path
/// (*.apk .apks .xapk .apkm .aab .aar and AndroidManifest.xml); files are taken as they are. A
/// folder that cannot be read is left out when `unreadable` is there to be told, and a UsageError
/// else.
std::vector<std::string> list_inputs(const std::vector<std::string>& paths,
                                     const UnreadableFolder& unreadable = nullptr);

}  // namespace loanlint::scan
