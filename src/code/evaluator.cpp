// SPDX-License-Identifier: Apache-2.0
#include "code/evaluator.h"

#include <algorithm>
#include <cstring>

#include "base/error.h"
#include "code/value.h"

namespace loanlint::code {
namespace {

using android::Instruction;
using android::Operands;

constexpr std::size_t kMostEvaluated = 10'000;  // in one method with all that it calls
constexpr int kDeepest = 5;                     // calls within calls
constexpr std::size_t kMostWays = 64;           // branches on what is not known

/// add, sub, mul, div, rem, and, or, xor, shl, shr, ushr: as the opcodes are ordered.
Concrete arithmetic(int operation, const Concrete& left, const Concrete& right) {
  if (!left.is_number() || !right.is_number()) return {};
  const std::int64_t a = left.number;
  const std::int64_t b = right.number;
  const auto bits = static_cast<std::uint32_t>(left.number);
  std::int64_t result = 0;
  switch (operation) {
    case 0:
      result = a + b;
      break;
    case 1:
      result = a - b;
      break;
    case 2:
      result = a * b;
      break;
    case 3:
    case 4:
      if (b == 0) return {};
      result = operation == 3 ? a / b : a % b;
      break;
    case 5:
      result = a & b;
      break;
    case 6:
      result = a | b;
      break;
    case 7:
      result = a ^ b;
      break;
    case 8:
      result = bits << (b & 31);
      break;
    case 9:
      result = a >> (b & 31);
      break;
    default:
      result = bits >> (b & 31);
      break;
  }
  return Concrete::of_number(static_cast<std::int32_t>(result));
}

/// eq, ne, lt, ge, gt, le: as the opcodes are ordered. Nothing when it is not known.
std::optional<bool> compare(int operation, const Concrete& left, const Concrete& right) {
  if (left.is_number() && right.is_number()) {
    const std::int32_t a = left.number;
    const std::int32_t b = right.number;
    const std::array<bool, 6> results = {a == b, a != b, a<b, a >= b, a> b, a <= b};
    return results[static_cast<std::size_t>(operation)];
  }
  // An object that is known is not null.
  const bool object = left.kind == Concrete::Kind::object && right.is_number();
  if (object && operation < 2) return operation == 1;
  return std::nullopt;
}

}  // namespace

CallTexts Evaluator::call_texts(const MethodBody& method) {
  CallTexts texts;
  heap_ = {};
  fields_.clear();
  initialised_.clear();
  steps_ = 0;
  evaluate(method, {}, 0, &texts);
  total_steps_ += steps_;
  return texts;
}

Concrete Evaluator::enter(const MethodBody& method, const std::vector<Concrete>& args, int depth) {
  if (method.code_off == 0 || depth > kDeepest) return {};
  return evaluate(method, args, depth, nullptr);
}

Concrete Evaluator::evaluate(const MethodBody& method, const std::vector<Concrete>& args, int depth,
                             CallTexts* texts) {
  Run run;
  run.dex = method.dex;
  run.depth = depth;
  run.texts = texts;
  try {
    const android::CodeItem code = android::read_code(source_.dex(method.dex), method.code_off);
    run.insns = code.insns;
    run.frame.registers.resize(code.registers_size);
    const std::size_t first = code.registers_size - std::min(code.registers_size, code.ins_size);
    for (std::size_t i = 0; i < args.size() && first + i < run.frame.registers.size(); ++i) {
      run.frame.registers[first + i] = args[i];
    }
  } catch (const FormatError&) {
    return {};  // the search for uses has recorded the gap
  }
  run.ways.push_back({0, run.frame});
  while (!run.ways.empty()) {
    run.frame = std::move(run.ways.back().frame);
    run.next = run.ways.back().at;
    run.ways.pop_back();
    for (;;) {
      if (++steps_ > kMostEvaluated || heap_.full()) return {};
      if (std::size_t{run.next} * 2 >= run.insns.size()) break;
      const Bytes rest = run.insns.subspan(std::size_t{run.next} * 2);
      android::InstructionWalk walk(rest);
      Instruction in;
      if (!walk.next(in) || in.offset != 0) break;
      in.offset = run.next;
      if (!step(run, in)) break;
    }
    // A method called with what is known gives what it first returns.
    if (texts == nullptr && run.given) return *run.given;
  }
  return run.given.value_or(Concrete{});
}

/// False when this way ends here.
bool Evaluator::step(Run& run, const Instruction& in) {
  const Operands operands = android::read_operands(in);
  const std::uint8_t op = in.opcode;
  Frame& frame = run.frame;
  const auto get = [&](std::uint32_t reg) {
    return reg < frame.registers.size() ? frame.registers[reg] : Concrete{};
  };
  run.next = in.offset + in.size;
  if (android::is_return(op)) {
    if (op != android::kOpReturnVoid && !run.given) run.given = get(operands.a);
    return false;
  }
  if (op == android::kOpThrow) return false;
  const auto target = [&](std::int64_t distance) {
    return static_cast<std::uint32_t>(std::int64_t{in.offset} + distance);
  };
  if (android::is_goto(op)) {
    run.next = target(operands.literal);
    return true;
  }
  if (android::is_if(op)) {
    const bool against_zero = op >= android::kOpIfEq + 6;
    const int operation = (op - android::kOpIfEq) % 6;
    const Concrete right = against_zero ? Concrete::of_number(0) : get(operands.b);
    const std::optional<bool> holds = compare(operation, get(operands.a), right);
    if (holds) {
      if (*holds) run.next = target(operands.literal);
      return true;
    }
    if (!run.gone.insert(in.offset).second) return false;
    if (run.gone.size() <= kMostWays) run.ways.push_back({target(operands.literal), frame});
    return true;
  }
  if (op == android::kOpPackedSwitch || op == android::kOpSparseSwitch) {
    if (!run.gone.insert(in.offset).second) return false;
    // A switch known to go one way is taken to go any.
    for (const std::int64_t distance : android::switch_targets(in, run.insns)) {
      run.ways.push_back({target(distance), frame});
    }
    return true;
  }
  if (android::is_invoke(op)) {
    invoke(run, in, operands);
  } else if (!compute(frame, in, operands) && !touch_memory(run, in, operands)) {
    const std::uint8_t defines = android::kOpcodes[op].defines;
    for (std::uint32_t i = 0; i < defines && operands.a + i < frame.registers.size(); ++i) {
      frame.registers[operands.a + i] = {};
    }
  }
  return true;
}

/// What only changes registers; false when the instruction does something else.
bool Evaluator::compute(Frame& frame, const Instruction& in, const Operands& operands) {
  const std::uint8_t op = in.opcode;
  const auto get = [&](std::uint32_t reg) {
    return reg < frame.registers.size() ? frame.registers[reg] : Concrete{};
  };
  const auto set = [&](const Concrete& value) {
    if (operands.a < frame.registers.size()) frame.registers[operands.a] = value;
    return true;
  };
  const bool wide_move = android::within(op, android::kOpMoveWide, android::kOpMoveWide16);
  if (android::within(op, android::kOpMove, android::kOpMoveObject16) && !wide_move)
    return set(get(operands.b));
  if (op == android::kOpMoveResult || op == android::kOpMoveResultObject) return set(frame.result);
  if (android::within(op, android::kOpConst4, android::kOpConstHigh16)) {
    const auto value = static_cast<std::int32_t>(operands.literal);
    return set(Concrete::of_number(op == android::kOpConstHigh16 ? value * 65536 : value));
  }
  if (op == android::kOpCheckCast) return true;
  if (op == android::kOpNegInt) return set(arithmetic(1, Concrete::of_number(0), get(operands.b)));
  if (op == android::kOpNotInt) return set(arithmetic(7, Concrete::of_number(-1), get(operands.b)));
  if (android::within(op, android::kOpIntToByte, android::kOpIntToShort)) {
    Concrete value = get(operands.b);
    if (op == android::kOpIntToByte) value.number = static_cast<std::int8_t>(value.number);
    if (op == android::kOpIntToChar) value.number = static_cast<std::uint16_t>(value.number);
    if (op == android::kOpIntToShort) value.number = static_cast<std::int16_t>(value.number);
    return set(value);
  }
  if (android::within(op, android::kOpAddInt, android::kOpUshrInt)) {
    // Format 23x: the third register stands in the high byte of the second unit.
    return set(arithmetic(op - android::kOpAddInt, get(operands.b), get(in.unit(1) >> 8)));
  }
  if (android::within(op, android::kOpAddInt2Addr, android::kOpUshrInt2Addr)) {
    return set(arithmetic(op - android::kOpAddInt2Addr, get(operands.a), get(operands.b)));
  }
  const bool short_form = android::within(op, android::kOpAddIntLit8, android::kOpUshrIntLit8);
  if (short_form || android::within(op, android::kOpAddIntLit16, android::kOpXorIntLit16)) {
    const int operation = op - (short_form ? android::kOpAddIntLit8 : android::kOpAddIntLit16);
    const Concrete literal =
        Concrete::of_number(short_form ? static_cast<std::int32_t>(operands.literal)
                                       : static_cast<std::int16_t>(in.unit(1)));
    // rsub-int stands where sub-int would.
    if (operation == 1) return set(arithmetic(1, literal, get(operands.b)));
    return set(arithmetic(operation, get(operands.b), literal));
  }
  return false;
}

}  // namespace loanlint::code
