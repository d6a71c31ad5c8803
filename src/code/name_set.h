// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "code/hash.h"

namespace loanlint::code {

/// Many patterns of class names, made ready to be asked of every class of an app. "*" stands for
/// any run of characters.
class NameSet {
 public:
  NameSet() = default;
  /// Patterns in Java names, to be asked about descriptors.
  explicit NameSet(const std::vector<std::string>& patterns);

  /// True when a class is meant, by its descriptor and the hash_name of that.
  bool holds(std::string_view descriptor, std::uint64_t hash) const;

 private:
  struct Glob {
    std::string pattern;
    std::string start;      // what stands before the first star
    bool is_start = false;  // nothing but one star stands after it
  };
  HashIndex exact_;
  std::vector<Glob> globs_;
};

}  // namespace loanlint::code
