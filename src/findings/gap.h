// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "findings/message.h"

namespace loanlint::findings {

/// Something that could not be read. A scan with a Gap is never clean.
struct Gap {
  std::string entry;         ///< the entry, or empty for the package as a whole
  std::uint64_t offset = 0;  ///< where in the entry (or file) reading stopped
  Message what = {};       ///< in rules/text/: what is missing and why, "gap.…" or the reason of
                           ///< the facts that are unknown for it
  std::string limit = {};  ///< the field of Limits that was reached, if one was

  friend auto operator<=>(const Gap&, const Gap&) = default;
};

/// A departure from an ordinary package, which Android tolerates or refuses (docs/tricks.md).
struct Trick {
  std::string id;  ///< "manifest-impossible-method"; described in rules/tricks/
  std::string entry;
  std::uint64_t offset = 0;  ///< in the file for archive tricks, in the entry for others
  std::string detail;        ///< the values seen, for experts: "method 0x2a3b"

  friend auto operator<=>(const Trick&, const Trick&) = default;
};

}  // namespace loanlint::findings
