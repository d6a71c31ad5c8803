// SPDX-License-Identifier: Apache-2.0
#include "code/origins.h"

#include <algorithm>

#include "android/dex_code.h"

namespace loanlint::code {
namespace {

using android::Instruction;
using android::Operands;
using OriginKind = Origin::Kind;

constexpr std::size_t kRegisters = 256;

bool branches(std::uint8_t op) { return op >= android::kOpIfEq && op <= android::kOpIfLez; }

bool jumps(std::uint8_t op) { return op >= android::kOpGoto && op <= android::kOpGoto32; }

/// Where branches meet, in order.
std::vector<std::uint32_t> find_targets(Bytes insns) {
  std::vector<std::uint32_t> targets;
  android::InstructionWalk walk(insns);
  Instruction in;
  while (walk.next(in)) {
    const auto add = [&](std::int64_t distance) {
      targets.push_back(static_cast<std::uint32_t>(in.offset + distance));
    };
    if (branches(in.opcode) || jumps(in.opcode)) {
      add(android::read_operands(in).literal);
    } else if (in.opcode == android::kOpPackedSwitch || in.opcode == android::kOpSparseSwitch) {
      for (const std::int64_t distance : android::switch_targets(in, insns)) add(distance);
    } else if (in.opcode == android::kOpMoveException) {
      add(0);
    }
  }
  std::sort(targets.begin(), targets.end());
  return targets;
}

/// True of a class whose methods answer for the content of what they are given.
bool judges_texts(std::string_view klass) {
  return klass == "Ljava/lang/String;" || klass == "Ljava/lang/CharSequence;" ||
         klass == "Landroid/text/TextUtils;" ||
         !(klass.starts_with("Landroid") || klass.starts_with("Ljava") ||
           klass.starts_with("Lkotlin"));
}

/// What a call gives.
Origin result_of(const android::Dex& dex, const Instruction& in, const Operands& operands,
                 const std::vector<Origin>& registers, const std::vector<std::string>& finders) {
  const android::MethodId method = dex.method(in.index());
  const std::uint32_t last = operands.arg_count == 0 ? 0 : operands.arg(operands.arg_count - 1);
  const std::string_view name = dex.short_string(method.name_idx);
  if (operands.arg_count > 0 && std::find(finders.begin(), finders.end(), name) != finders.end()) {
    const Origin key = registers[last & 0xff];
    return key.kind == OriginKind::constant ? Origin{OriginKind::found, key.number} : Origin{};
  }
  const std::string_view type = dex.type(dex.proto(method.proto_idx).return_type_idx);
  const bool number = type == "Z" || type == "I" || type == "C";
  if (number && operands.arg_count > 0 && judges_texts(dex.type(method.class_idx))) {
    return {OriginKind::told, 0};
  }
  return {};
}

}  // namespace

OriginWalk::OriginWalk(const android::Dex& dex, Bytes insns,
                       const std::vector<std::string>& finders, std::uint32_t from)
    : dex_(dex), finders_(finders), from_(from), targets_(find_targets(insns)), walk_(insns) {
  origins_.registers.resize(kRegisters);
  has_next_ = walk_.next(next_);
}

const Origins& OriginWalk::before(std::uint32_t offset) {
  while (has_next_) {
    if (std::binary_search(targets_.begin(), targets_.end(), next_.offset)) {
      origins_.registers.assign(kRegisters, {});
    }
    if (next_.offset >= offset) break;
    follow(next_);
    has_next_ = walk_.next(next_);
  }
  return origins_;
}

void OriginWalk::follow(const Instruction& in) {
  std::vector<Origin>& registers = origins_.registers;
  const Operands operands = android::read_operands(in);
  const std::uint8_t op = in.opcode;
  const std::uint32_t a = operands.a & 0xff;
  const bool calls =
      (op >= android::kOpInvokeVirtual && op <= android::kOpInvokeInterface) ||
      (op >= android::kOpInvokeVirtualRange && op <= android::kOpInvokeInterfaceRange);
  if (calls) {
    result_ = result_of(dex_, in, operands, registers, finders_);
  } else if (branches(op)) {
    const bool two = op < android::kOpIfEq + 6;
    const bool told = registers[a].kind == OriginKind::told ||
                      (two && registers[operands.b & 0xff].kind == OriginKind::told);
    origins_.told |= told && in.offset >= from_;
  } else if (op >= android::kOpMoveObject && op <= android::kOpMoveObject16) {
    registers[a] = registers[operands.b & 0xff];
  } else if (op == android::kOpMoveResult || op == android::kOpMoveResultObject) {
    registers[a] = result_;
  } else if (op >= android::kOpConst4 && op <= android::kOpConstHigh16) {
    registers[a] = {OriginKind::constant, static_cast<std::uint32_t>(operands.literal)};
    if (op == android::kOpConstHigh16) registers[a].number <<= 16;
  } else if (op == android::kOpConstString || op == android::kOpConstStringJumbo) {
    registers[a] = {OriginKind::constant, 0};
  } else if (op == android::kOpNewInstance) {
    registers[a] = {OriginKind::made, in.index()};
  } else if (op == android::kOpIgetObject || op == android::kOpSgetObject) {
    registers[a] = {OriginKind::field, in.index()};
  } else if (op != android::kOpCheckCast) {
    for (std::uint32_t i = 0; i < android::kOpcodes[op].defines; ++i) {
      registers[(a + i) & 0xff] = {};
    }
  }
}

}  // namespace loanlint::code
