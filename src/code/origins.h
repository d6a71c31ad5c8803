// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "android/dex.h"
#include "android/dex_code.h"
#include "base/bytes.h"
#include "code/flow_knowledge.h"

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

/// What registers hold before one instruction of a method. Those that most instructions cannot
/// name, from 256 on, are not followed: they may hold anything, an answer about a text too.
struct Origins {
  std::vector<Origin> registers;
  bool told = false;  ///< a branch on the way, from the start asked for, was on a text's content

  Origin of(std::uint32_t reg) const {
    return reg < registers.size() ? registers[reg] : Origin{Origin::Kind::told, 0};
  }
  void set(std::uint32_t reg, Origin origin) {
    if (reg < registers.size()) registers[reg] = origin;
  }
};

/// Goes through the code of one method once, from its start. Where branches meet, nothing is known.
class OriginWalk {
 public:
  /// `told` counts from code offset `from` on. `dex` and `knowledge` must outlive it.
  OriginWalk(const android::Dex& dex, Bytes insns, const FlowKnowledge& knowledge,
             std::uint32_t from = 0);

  /// What holds before the instruction at `offset`, which must not lie before one asked for.
  const Origins& before(std::uint32_t offset);

 private:
  void follow(const android::Instruction& in);
  Origin result_of(const android::Instruction& in, const android::Operands& operands) const;

  const android::Dex& dex_;
  const FlowKnowledge& knowledge_;
  std::uint32_t from_;
  std::vector<std::uint32_t> targets_;  // where branches meet, in order
  android::InstructionWalk walk_;
  android::Instruction next_;
  bool has_next_ = false;
  Origin result_;  // of the last call
  Origins origins_;
};

}  // namespace loanlint::code
