// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace loanlint::testing {

/// A package of packages, or one with a manifest of another kind.
struct BundleTrick {
  std::string file;     ///< with its extension
  std::string what;     ///< the recipe, in words
  std::string android;  ///< what Android, or the installer of the bundle, does
  std::string bytes;
  std::string plain;  ///< the package that it must not fare better than; empty when it is refused
  std::vector<std::string> requested;
};

/// All of them, around `ordinary` (a package that asks for READ_CONTACTS and READ_SMS).
/// "plain-harmless.apk", which some are compared with, comes first and asks for nothing.
std::vector<BundleTrick> bundle_tricks(const std::string& ordinary);

}  // namespace loanlint::testing
