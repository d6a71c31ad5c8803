// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace loanlint::testing {

/// What Android does with a package.
enum class Android {
  reads,       ///< opens it and reads its manifest
  refuses,     ///< does not open the archive
  cannot,      ///< opens the archive, but cannot read the manifest
  reads_in_11  ///< refuses it up to Android 10, reads it from 11 on
};

/// One package that departs from an ordinary one in one way.
struct ZipTrick {
  std::string id;    ///< Z01 …
  std::string what;  ///< the recipe, in words
  std::string bytes;
  Android android = Android::reads;
  /// The tricks it must show, sorted, and no others.
  std::vector<std::string> tricks = {};
};

/// Every trick of the container, around `manifest` (the one Android must read) and `decoy` (the
/// one it must not).
std::vector<ZipTrick> zip_tricks(const std::string& manifest, const std::string& decoy);

}  // namespace loanlint::testing
