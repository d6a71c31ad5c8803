// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace loanlint::report {

/// A method or field as people who write Java would name it.
struct MemberName {
  std::string package;  ///< "com.example.app.", empty when there is none
  std::string member;   ///< "Upload.run()", "new Upload()", or the whole text when it is no member
};

/// Reads "Lcom/x/Y;->z(I)V", or a member without its signature, as "com.x." and "Y.z()".
/// Format: source.android.com, Dalvik executable format, "TypeDescriptor semantics".
MemberName member_name(std::string_view descriptor);

}  // namespace loanlint::report
