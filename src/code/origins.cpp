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

/// Where branches meet, in order.
std::vector<std::uint32_t> find_targets(Bytes insns) {
  std::vector<std::uint32_t> targets;
  android::InstructionWalk walk(insns);
  Instruction in;
  while (walk.next(in)) {
    const auto add = [&](std::int64_t distance) {
      targets.push_back(static_cast<std::uint32_t>(in.offset + distance));
    };
    if (android::is_if(in.opcode) || android::is_goto(in.opcode)) {
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

}  // namespace

OriginWalk::OriginWalk(const android::Dex& dex, Bytes insns, const FlowKnowledge& knowledge,
                       std::uint32_t from)
    : dex_(dex), knowledge_(knowledge), from_(from), targets_(find_targets(insns)), walk_(insns) {
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

Origin OriginWalk::result_of(const Instruction& in, const Operands& operands) const {
  if (operands.arg_count == 0) return {};
  const android::MethodId method = dex_.method(in.index());
  const std::vector<std::string>& finders = knowledge_.edges.view_finders;
  const std::string_view name = dex_.short_string(method.name_idx);
  if (std::find(finders.begin(), finders.end(), name) != finders.end()) {
    const std::uint32_t last = operands.arg(operands.arg_count - 1);
    const Origin key = origins_.of(last);
    return key.kind == OriginKind::constant ? Origin{OriginKind::found, key.number} : Origin{};
  }
  const std::string_view type = dex_.type(dex_.proto(method.proto_idx).return_type_idx);
  if (type != "Z" && type != "I" && type != "C") return {};
  const std::string_view klass = dex_.type(method.class_idx);
  const std::uint64_t hash = hash_name(klass);
  const bool judges =
      knowledge_.text_judges.holds(klass, hash) || !knowledge_.no_judges.holds(klass, hash);
  return judges ? Origin{OriginKind::told, 0} : Origin{};
}

void OriginWalk::follow(const Instruction& in) {
  const Operands operands = android::read_operands(in);
  const std::uint8_t op = in.opcode;
  const std::uint32_t a = operands.a;
  if (android::is_invoke(op)) {
    result_ = result_of(in, operands);
  } else if (android::is_if(op)) {
    const bool two = op < android::kOpIfEq + 6;
    const bool told = origins_.of(a).kind == OriginKind::told ||
                      (two && origins_.of(operands.b).kind == OriginKind::told);
    origins_.told |= told && in.offset >= from_;
  } else if (android::ends_block(op)) {
    origins_.registers.assign(kRegisters, {});  // what follows is come to from elsewhere
  } else if (android::within(op, android::kOpMoveObject, android::kOpMoveObject16)) {
    origins_.set(a, origins_.of(operands.b));
  } else if (op == android::kOpMoveResult || op == android::kOpMoveResultObject) {
    origins_.set(a, result_);
  } else if (android::within(op, android::kOpConst4, android::kOpConstHigh16)) {
    auto number = static_cast<std::uint32_t>(operands.literal);
    if (op == android::kOpConstHigh16) number <<= 16;
    origins_.set(a, {OriginKind::constant, number});
  } else if (op == android::kOpConstString || op == android::kOpConstStringJumbo) {
    origins_.set(a, {OriginKind::constant, 0});
  } else if (op == android::kOpNewInstance) {
    origins_.set(a, {OriginKind::made, in.index()});
  } else if (op == android::kOpIgetObject || op == android::kOpSgetObject) {
    origins_.set(a, {OriginKind::field, in.index()});
  } else if (op != android::kOpCheckCast) {
    for (std::uint32_t i = 0; i < android::kOpcodes[op].defines; ++i) origins_.set(a + i, {});
  }
}

}  // namespace loanlint::code
