// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/sdks.h"
#include "code/context.h"
#include "code/hash.h"

namespace loanlint::code {

/// Whose code a class is.
struct Owner {
  enum class Kind : std::uint8_t {
    app,    ///< below the app's own package, or beside one of its components
    sdk,    ///< below a package of a known SDK
    other,  ///< third-party code we do not know, or names that an obfuscator made
  };
  Kind kind = Kind::other;
  std::string sdk = {};  ///< id of the SDK, empty for the others

  /// "app", "other", or the id of the SDK.
  std::string label() const;
  friend bool operator==(const Owner&, const Owner&) = default;
};

/// The packages of all known SDKs.
class SdkPackages {
 public:
  explicit SdkPackages(const std::vector<catalog::SdkMarks>& sdks);

  /// The SDK that has the package of this very name (by hash_name); nullptr when none has.
  const Owner* find(std::uint64_t package) const;

 private:
  HashIndex by_package_;  // where in owners_
  std::vector<Owner> owners_;
};

/// Tells by package prefix whose code a class is; the longest prefix wins.
class Owners {
 public:
  /// `sdks` must outlive it.
  Owners(const CodeContext& context, const SdkPackages& sdks);

  /// The owner of a class by its Java name.
  Owner of(std::string_view java_class) const;

 private:
  const SdkPackages& sdks_;
  HashIndex own_;  // packages of the app, by hash of the name
};

}  // namespace loanlint::code
