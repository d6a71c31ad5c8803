// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <cstring>

#include "android/dex.h"

namespace loanlint::android {

/// Layout of an instruction, named as in "Dalvik executable instruction formats".
enum class Format : std::uint8_t {
  k10x,
  k12x,
  k11n,
  k11x,
  k10t,
  k20t,
  k22x,
  k21t,
  k21s,
  k21h,
  k21c,
  k23x,
  k22b,
  k22t,
  k22s,
  k22c,
  k30t,
  k32x,
  k31i,
  k31t,
  k31c,
  k35c,
  k3rc,
  k45cc,
  k4rcc,
  k51l
};

/// Which table the index of an instruction points into.
enum class IndexKind : std::uint8_t { none, string, type, field, method, proto, call_site, handle };

/// What is to be known of an opcode.
struct Opcode {
  Format format = Format::k10x;
  IndexKind index = IndexKind::none;
  std::uint8_t size = 1;     ///< in 16-bit units
  std::uint8_t defines = 0;  ///< registers written from A on: 0, 1, or 2 for a wide value
};

extern const std::array<Opcode, 256> kOpcodes;

// The opcodes that the analysis of code speaks of; ranges are inclusive.
inline constexpr std::uint8_t kOpNop = 0x00;
inline constexpr std::uint8_t kOpMove = 0x01;
inline constexpr std::uint8_t kOpMoveWide = 0x04;
inline constexpr std::uint8_t kOpMoveWide16 = 0x06;
inline constexpr std::uint8_t kOpMoveObject = 0x07;
inline constexpr std::uint8_t kOpMoveObject16 = 0x09;
inline constexpr std::uint8_t kOpMoveResult = 0x0a;
inline constexpr std::uint8_t kOpMoveResultObject = 0x0c;
inline constexpr std::uint8_t kOpMoveException = 0x0d;
inline constexpr std::uint8_t kOpReturnVoid = 0x0e;
inline constexpr std::uint8_t kOpReturnObject = 0x11;
inline constexpr std::uint8_t kOpConst4 = 0x12;
inline constexpr std::uint8_t kOpConstHigh16 = 0x15;
inline constexpr std::uint8_t kOpConstString = 0x1a;
inline constexpr std::uint8_t kOpConstStringJumbo = 0x1b;
inline constexpr std::uint8_t kOpConstClass = 0x1c;
inline constexpr std::uint8_t kOpCheckCast = 0x1f;
inline constexpr std::uint8_t kOpArrayLength = 0x21;
inline constexpr std::uint8_t kOpNewInstance = 0x22;
inline constexpr std::uint8_t kOpNewArray = 0x23;
inline constexpr std::uint8_t kOpFilledNewArray = 0x24;
inline constexpr std::uint8_t kOpFilledNewArrayRange = 0x25;
inline constexpr std::uint8_t kOpFillArrayData = 0x26;
inline constexpr std::uint8_t kOpThrow = 0x27;
inline constexpr std::uint8_t kOpGoto = 0x28;
inline constexpr std::uint8_t kOpGoto32 = 0x2a;
inline constexpr std::uint8_t kOpPackedSwitch = 0x2b;
inline constexpr std::uint8_t kOpSparseSwitch = 0x2c;
inline constexpr std::uint8_t kOpIfEq = 0x32;
inline constexpr std::uint8_t kOpIfLez = 0x3d;
inline constexpr std::uint8_t kOpAget = 0x44;
inline constexpr std::uint8_t kOpAgetObject = 0x46;
inline constexpr std::uint8_t kOpAgetShort = 0x4a;
inline constexpr std::uint8_t kOpAput = 0x4b;
inline constexpr std::uint8_t kOpAputObject = 0x4d;
inline constexpr std::uint8_t kOpAputShort = 0x51;
inline constexpr std::uint8_t kOpIget = 0x52;
inline constexpr std::uint8_t kOpIgetObject = 0x54;
inline constexpr std::uint8_t kOpIgetShort = 0x58;
inline constexpr std::uint8_t kOpIput = 0x59;
inline constexpr std::uint8_t kOpIputObject = 0x5b;
inline constexpr std::uint8_t kOpIputShort = 0x5f;
inline constexpr std::uint8_t kOpSget = 0x60;
inline constexpr std::uint8_t kOpSgetObject = 0x62;
inline constexpr std::uint8_t kOpSgetShort = 0x66;
inline constexpr std::uint8_t kOpSput = 0x67;
inline constexpr std::uint8_t kOpSputObject = 0x69;
inline constexpr std::uint8_t kOpSputShort = 0x6d;
inline constexpr std::uint8_t kOpInvokeVirtual = 0x6e;
inline constexpr std::uint8_t kOpInvokeSuper = 0x6f;
inline constexpr std::uint8_t kOpInvokeDirect = 0x70;
inline constexpr std::uint8_t kOpInvokeStatic = 0x71;
inline constexpr std::uint8_t kOpInvokeInterface = 0x72;
inline constexpr std::uint8_t kOpInvokeVirtualRange = 0x74;
inline constexpr std::uint8_t kOpInvokeDirectRange = 0x76;
inline constexpr std::uint8_t kOpInvokeStaticRange = 0x77;
inline constexpr std::uint8_t kOpInvokeInterfaceRange = 0x78;
inline constexpr std::uint8_t kOpNegInt = 0x7b;
inline constexpr std::uint8_t kOpNotInt = 0x7c;
inline constexpr std::uint8_t kOpIntToByte = 0x8d;
inline constexpr std::uint8_t kOpIntToChar = 0x8e;
inline constexpr std::uint8_t kOpIntToShort = 0x8f;
inline constexpr std::uint8_t kOpAddInt = 0x90;
inline constexpr std::uint8_t kOpUshrInt = 0x9a;
inline constexpr std::uint8_t kOpAddInt2Addr = 0xb0;
inline constexpr std::uint8_t kOpUshrInt2Addr = 0xba;
inline constexpr std::uint8_t kOpAddIntLit16 = 0xd0;
inline constexpr std::uint8_t kOpXorIntLit16 = 0xd7;
inline constexpr std::uint8_t kOpAddIntLit8 = 0xd8;
inline constexpr std::uint8_t kOpUshrIntLit8 = 0xe2;
inline constexpr std::uint8_t kOpInvokePolymorphic = 0xfa;
inline constexpr std::uint8_t kOpInvokeCustom = 0xfc;
inline constexpr std::uint8_t kOpInvokeCustomRange = 0xfd;

/// True of an opcode in a range, both ends of which belong to it.
constexpr bool within(std::uint8_t opcode, std::uint8_t first, std::uint8_t last) {
  return opcode >= first && opcode <= last;
}
constexpr bool is_goto(std::uint8_t opcode) { return within(opcode, kOpGoto, kOpGoto32); }
constexpr bool is_if(std::uint8_t opcode) { return within(opcode, kOpIfEq, kOpIfLez); }
constexpr bool is_return(std::uint8_t opcode) {
  return within(opcode, kOpReturnVoid, kOpReturnObject);
}
/// True when the instruction after it is not come to from it.
constexpr bool ends_block(std::uint8_t opcode) {
  return is_goto(opcode) || is_return(opcode) || opcode == kOpThrow;
}
/// True of the calls that name a method and nothing else: not of invoke-polymorphic and -custom.
constexpr bool is_invoke(std::uint8_t opcode) {
  return within(opcode, kOpInvokeVirtual, kOpInvokeInterface) ||
         within(opcode, kOpInvokeVirtualRange, kOpInvokeInterfaceRange);
}
constexpr bool is_invoke_static(std::uint8_t opcode) {
  return opcode == kOpInvokeStatic || opcode == kOpInvokeStaticRange;
}

/// One instruction of a method.
struct Instruction {
  Bytes units;               ///< from its first byte to the end of the method's code
  std::uint32_t offset = 0;  ///< in 16-bit units
  std::uint8_t opcode = 0;
  std::uint32_t size = 1;  ///< in 16-bit units; all of them lie in `units`

  std::uint16_t unit(std::size_t i) const {
    std::uint16_t value = 0;
    std::memcpy(&value, units.data() + 2 * i, sizeof value);
    return value;
  }
  /// What the instruction points at, in the table of kOpcodes[opcode].index.
  std::uint32_t index() const {
    return opcode == kOpConstStringJumbo ? unit(1) | std::uint32_t{unit(2)} << 16 : unit(1);
  }
};

/// The registers an instruction reads or writes beside its index, decoded by format.
struct Operands {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::int64_t literal = 0;                ///< of const/4 and the like; or a branch distance
  std::array<std::uint32_t, 5> args = {};  ///< of an invoke or filled-new-array
  std::uint32_t arg_count = 0;             ///< of a range form, registers from args[0] on
  bool range = false;

  /// The register of argument `i`, which must be below arg_count.
  std::uint32_t arg(std::uint32_t i) const { return range ? args[0] + i : args[i]; }
};

Operands read_operands(const Instruction& instruction);

/// The branch distances of a packed-switch or sparse-switch in the code `insns`; none when its
/// payload does not lie there.
std::vector<std::int32_t> switch_targets(const Instruction& instruction, Bytes insns);

/// Units taken by the switch or array payload that starts at `units`; 0 when it is cut short.
std::uint32_t payload_size(Bytes units);

/// Steps through the instructions of a method in order, as a disassembler does: payloads are
/// stepped over, and an instruction cut short by the end of the code ends the walk.
class InstructionWalk {
 public:
  explicit InstructionWalk(Bytes insns) : insns_(insns) {}

  /// Moves to the next instruction; false at the end.
  bool next(Instruction& instruction) {
    while (at_ + 1 < insns_.size()) {
      const std::uint8_t opcode = insns_[at_];
      const Bytes rest = insns_.subspan(at_);
      std::uint32_t size = kOpcodes[opcode].size;
      const bool payload = opcode == kOpNop && rest[1] != 0;
      if (payload) size = payload_size(rest);
      if (size == 0 || std::size_t{size} * 2 > rest.size()) {
        broken_ = true;
        return false;
      }
      const auto offset = static_cast<std::uint32_t>(at_ / 2);
      at_ += std::size_t{size} * 2;
      if (payload) continue;
      instruction.units = rest;
      instruction.offset = offset;
      instruction.opcode = opcode;
      instruction.size = size;
      return true;
    }
    return false;
  }

  /// True when the walk ended before the end of the code.
  bool broken() const { return broken_; }

 private:
  Bytes insns_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

}  // namespace loanlint::android
