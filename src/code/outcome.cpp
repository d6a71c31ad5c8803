// SPDX-License-Identifier: Apache-2.0
#include "code/outcome.h"

#include "android/dex_code.h"
#include "base/error.h"
#include "code/origins.h"

namespace loanlint::code {
namespace {

bool is_throwable(std::string_view descriptor) {
  return descriptor.ends_with("Exception;") || descriptor.ends_with("Error;") ||
         descriptor.ends_with("Throwable;");
}

/// `insns` are the instructions of one method.
bool raises_data(const android::Dex& dex, Bytes insns, const FlowKnowledge& knowledge,
                 std::uint32_t from) {
  OriginWalk origins(dex, insns, knowledge);
  bool made = false;
  android::InstructionWalk walk(insns);
  android::Instruction in;
  while (walk.next(in)) {
    if (in.offset < from) continue;
    if (in.opcode == android::kOpThrow && made) return true;
    if (in.opcode != android::kOpInvokeDirect && in.opcode != android::kOpInvokeDirectRange) {
      continue;
    }
    const android::MethodId method = dex.method(in.index());
    if (!is_throwable(dex.type(method.class_idx))) continue;
    const android::Operands operands = android::read_operands(in);
    const Origins& known = origins.before(in.offset);
    for (std::uint32_t i = 1; i < operands.arg_count; ++i) {
      made |= known.of(operands.arg(i)).kind != Origin::Kind::constant;
    }
  }
  return false;
}

}  // namespace

bool hands_back(const Program& program, const NameSet& containers, NodeId node) {
  const android::Dex& dex = program.dex_of(node);
  const android::ProtoId proto = dex.proto(dex.method(program.nodes()[node].method_idx).proto_idx);
  const std::string_view result = dex.type(proto.return_type_idx);
  if (result != "V" && result != "Z") return true;
  for (const std::uint32_t type : dex.type_list(proto.parameters_off, 255)) {
    const std::string_view parameter = dex.type(type);
    if (parameter.starts_with("[") && parameter.size() > 2) return true;
    if (containers.holds(parameter, hash_name(parameter)) && parameter != "Landroid/os/Bundle;" &&
        parameter != "Landroid/content/Intent;") {
      return true;
    }
  }
  return false;
}

bool raises(const Program& program, const FlowKnowledge& knowledge, NodeId node,
            std::uint32_t from) {
  try {
    const android::Dex& dex = program.dex_of(node);
    const Bytes insns = android::read_code(dex, program.nodes()[node].code_off).insns;
    return raises_data(dex, insns, knowledge, from);
  } catch (const FormatError&) {
    return false;
  }
}

}  // namespace loanlint::code
