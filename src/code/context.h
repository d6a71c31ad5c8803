// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"

namespace loanlint::code {

/// One DEX entry of a package; the bytes stay the caller's.
struct NamedDex {
  std::string entry;  ///< "classes2.dex"
  Bytes bytes;
};

/// A component of the manifest that the system may start.
struct Component {
  std::string klass;  ///< Java name, in full
  std::string kind;   ///< "activity", "service", "receiver", "provider"
  /// What its intent filters ask of an Intent: actions, categories, MIME types, schemes ("x://").
  std::vector<std::string> actions = {};
  std::vector<std::string> authorities = {};  ///< of a provider
};

/// What the analysis of code takes from the rest of the package.
struct CodeContext {
  bool has_manifest = true;  ///< false for a DEX by itself: nothing is known of entry points
  /// It asks for a permission to read what content URIs give, so code may hide one.
  bool may_read = true;
  /// Data kinds that Android keeps from the package, as it asks for nothing that opens them: where
  /// what code reads of them goes is not searched.
  std::vector<std::string> withheld = {};
  std::string package;      ///< "com.example.loan"
  std::string application;  ///< Java name of the Application class, in full; may be empty
  std::vector<Component> components;
  std::vector<std::string> entries;  ///< names of all entries of the package
};

}  // namespace loanlint::code
