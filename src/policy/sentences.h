// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "policy/plain.h"
#include "policy/rewording.h"

namespace loanlint::policy {

/// A sentence ready to be matched, and where it stands.
struct Unit {
  std::size_t start = 0;  ///< bytes of Plain::text
  std::size_t end = 0;
  std::uint32_t line = 1;
  std::size_t block = 0;
  std::string text;  ///< normalised, without its enumerator
  /// What it stands under, normalised: the lead-in ("我们会收集以下信息：") that its list item
  /// completes, or else the heading of its section; before either, the header of its table. Empty
  /// when there is none of them.
  std::shared_ptr<const std::string> context;
  bool listed = false;  ///< completes a lead-in, rather than just standing in a section
};

/// Splits the blocks of `plain` at 。！？； and their Latin forms. A list item, a table row or a
/// part of a sentence after "；" inherits the lead-in before it.
std::vector<Unit> split_sentences(const Plain& plain, const Rewording& rewording);

}  // namespace loanlint::policy
