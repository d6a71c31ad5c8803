// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "android/der.h"

namespace loanlint::android {

/// A name of X.500, as certificates carry it.
struct DistinguishedName {
  std::string text;         ///< RFC 4514, last part first: "CN=Android Debug, O=Android, C=US"
  std::string common_name;  ///< of the last part that has one, unescaped; may be empty
};

/// Reads the parts of a Name, `name` being its SEQUENCE. Texts of any string type become UTF-8,
/// other values "#" and the hexadecimal digits of their encoding.
/// Format: RFC 5280, 4.1.2.4; as text RFC 4514.
DistinguishedName read_distinguished_name(DerValue name);

/// True when both name the same: as texts, in whatever string types, letters of ASCII in either
/// case. Tools do encode the same name differently in one file.
bool same_name(const DistinguishedName& left, const DistinguishedName& right);

/// `oid`, the content of an OBJECT IDENTIFIER, in dots: "1.2.840.113549.1.7.2"; numbers beyond 64
/// bits and what is cut short are malformed.
std::string dotted(const DerValue& oid);

}  // namespace loanlint::android
