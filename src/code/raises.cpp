// SPDX-License-Identifier: Apache-2.0
#include "code/raises.h"

#include <array>

#include "android/dex_code.h"

namespace loanlint::code {
namespace {

bool is_throwable(std::string_view descriptor) {
  return descriptor.ends_with("Exception;") || descriptor.ends_with("Error;") ||
         descriptor.ends_with("Throwable;");
}

}  // namespace

bool raises_data(const android::Dex& dex, Bytes insns, std::uint32_t from) {
  std::array<bool, 256> constant = {};  // by register
  bool made = false;
  android::InstructionWalk walk(insns);
  android::Instruction in;
  while (walk.next(in)) {
    const android::Opcode& opcode = android::kOpcodes[in.opcode];
    const bool text =
        in.opcode == android::kOpConstString || in.opcode == android::kOpConstStringJumbo;
    if (opcode.defines > 0) constant[android::read_operands(in).a & 0xff] = text;
    if (in.offset < from) continue;
    if (in.opcode == android::kOpThrow && made) return true;
    if (in.opcode != android::kOpInvokeDirect) continue;
    const android::MethodId method = dex.method(in.index());
    if (!is_throwable(dex.type(method.class_idx))) continue;
    const android::Operands operands = android::read_operands(in);
    for (std::uint32_t i = 1; i < operands.arg_count; ++i)
      made |= !constant[operands.arg(i) & 0xff];
  }
  return false;
}

}  // namespace loanlint::code
