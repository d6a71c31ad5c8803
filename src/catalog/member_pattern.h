// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace loanlint::catalog {

/// A class and one of its members; "*" stands for any run of characters.
struct MemberPattern {
  std::string klass;   ///< "android.net.Uri", as in Java, inner classes with "$"
  std::string member;  ///< "parse", "<init>"
};

}  // namespace loanlint::catalog
