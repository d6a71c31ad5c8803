// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/sdks.h"
#include "code/context.h"

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

/// Tells by package prefix whose code a class is; the longest prefix wins.
class Owners {
 public:
  Owners(const CodeContext& context, const std::vector<catalog::SdkMarks>& sdks);

  /// The owner of a class by its Java name.
  Owner of(std::string_view java_class) const;

 private:
  std::unordered_map<std::uint64_t, Owner> by_package_;  // by hash of the package's name
};

}  // namespace loanlint::code
