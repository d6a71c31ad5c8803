// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace loanlint::findings {

/// A place in the decoded manifest, as `loanlint dump manifest` prints it.
struct ManifestPlace {
  std::uint32_t line = 0;  ///< 1-based; 0 when the document has no lines
  std::string xpath;       ///< /manifest/uses-permission[3]
  friend auto operator<=>(const ManifestPlace&, const ManifestPlace&) = default;
};

/// One step of a call path, or a use by itself.
struct CodePlace {
  std::string method;        ///< Lcom/x/Y;->z(I)V, as disassemblers write it
  std::uint32_t offset = 0;  ///< in code units of 16 bits from the start of the method's code
  std::string invokes;       ///< the member that the instruction names; may be empty
  bool returns = false;      ///< of a path: control comes back here from that member
  friend auto operator<=>(const CodePlace&, const CodePlace&) = default;
};

/// A sentence of a policy. Bytes and lines count in the decoded UTF-8 text of the document.
struct TextPlace {
  std::uint32_t line = 0;  ///< 1-based
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  friend auto operator<=>(const TextPlace&, const TextPlace&) = default;
};

/// A byte offset in the entry or in the package file.
struct BytePlace {
  std::uint64_t offset = 0;
  friend auto operator<=>(const BytePlace&, const BytePlace&) = default;
};

/// A name by itself: a resource, a component, a file.
struct NamedPlace {
  std::string name;
  friend auto operator<=>(const NamedPlace&, const NamedPlace&) = default;
};

using Place =
    std::variant<std::monostate, ManifestPlace, CodePlace, TextPlace, BytePlace, NamedPlace>;

/// What a person can look up to check a fact: an excerpt and where it stands.
struct Evidence {
  std::string entry;  ///< name inside the package, or the path given; outer!inner in bundles
  Place where;
  std::string excerpt;               ///< verbatim; reports escape it
  std::vector<CodePlace> path = {};  ///< for a call path: its steps, entry point first
  friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

}  // namespace loanlint::findings
