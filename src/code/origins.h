// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "android/dex.h"
#include "base/bytes.h"

namespace loanlint::code {

/// Where a register has what it holds, as far as a straight line of code tells.
struct Origin {
  enum class Kind : std::uint8_t {
    unknown,
    constant,  ///< `number`, or a text
    made,      ///< a new object; `number` is its type index
    field,     ///< `number` is the field index
    found,     ///< looked up by the constant `number`, as views are
    told       ///< an answer about a text's content
  };
  Kind kind = Kind::unknown;
  std::uint32_t number = 0;
};

/// What registers hold before one instruction of a method.
struct Origins {
  std::vector<Origin> registers;
  bool told = false;  ///< a branch on the way, from the start asked for, was on a text's content

  Origin of(std::uint32_t reg) const { return reg < registers.size() ? registers[reg] : Origin{}; }
};

/// Follows `insns` up to code offset `to`; `told` counts from `from` on. `finders` are the names of
/// methods that look up a view by number. Where branches meet, nothing is known.
Origins find_origins(const android::Dex& dex, Bytes insns, std::uint32_t from, std::uint32_t to,
                     const std::vector<std::string>& finders);

}  // namespace loanlint::code
