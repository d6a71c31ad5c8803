// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace loanlint::testing {

/// One departure from an ordinary manifest (ordinary_manifest()), and what Android makes of it.
struct ManifestTrick {
  std::string name;  ///< what is done, as a sentence without a full stop
  std::vector<std::uint8_t> bytes;
  std::vector<std::string> requested;  ///< what Android takes, sorted
  std::vector<std::string> decoys;     ///< "NAME (trick)" of what it does not take, sorted
  std::vector<std::string> hidden;     ///< "NAME (trick)" of what others miss, sorted
  std::vector<std::string> tricks;     ///< ids, sorted
  std::vector<std::string> refusals;   ///< message keys
  bool installs = true;                ///< a package around it, by itself
};

/// All of them; names are unique. Permission names are without "android.permission." here.
std::vector<ManifestTrick> manifest_tricks();

}  // namespace loanlint::testing
