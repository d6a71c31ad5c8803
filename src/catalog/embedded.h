// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace loanlint::catalog {

/// One file of rules/, compiled in: [offset, offset + size) of loanlint_rules_blob.
struct EmbeddedFile {
  const char* path;  ///< below rules/: "pipl/loan-needs-no-contacts.json"
  std::size_t offset;
  std::size_t size;
  const char* sha256;  ///< of the file, in hexadecimal
};

// Written at build time by cmake/WriteRulesBlob.cmake.
extern const EmbeddedFile kEmbeddedFiles[];
extern const std::size_t kEmbeddedFileCount;

}  // namespace loanlint::catalog

extern "C" const char loanlint_rules_blob[];
