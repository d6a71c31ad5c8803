// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "archive/entry.h"

namespace loanlint::archive {

/// True for the names that Android accepts: no NUL, and lead bytes followed by as many
/// continuation bytes as they announce. That is laxer than UTF-8: overlong forms, surrogates and
/// sequences of up to six bytes pass.
bool is_android_name(std::string_view name);

/// What kinds of characters a name holds, found in one pass.
enum NameTraits : std::uint8_t {
  kNameHigh = 1,  ///< a byte of 0x80 or more
  kNameNul = 2,
  kNameControl = 4,  ///< a control character, NUL included
  kNameSpecial = 8,  ///< backslash or colon
  kNameDot = 16,
  kNameTwoDots = 32,  ///< two dots in a row
};

/// The traits of `name`, or-ed.
std::uint8_t name_traits(std::string_view name);

/// True for the entries that Android itself opens: the manifest, the resource table, the code.
bool is_key_name(std::string_view name);

/// Finds entries by name in constant time. The hash is keyed at random per process, so that a
/// package cannot choose names that collide.
class NameIndex {
 public:
  /// Indexes all of `entries`; of entries with the same name the last one is found, as most
  /// tools do. `duplicates` gets the index of each later one.
  void build(const std::vector<Entry>& entries, std::vector<std::uint32_t>& duplicates);
  /// The index in `entries`, or -1.
  std::int64_t find(const std::vector<Entry>& entries, std::string_view name) const;

 private:
  std::vector<std::uint32_t> slots_;  ///< index + 1; 0 is free
};

}  // namespace loanlint::archive
