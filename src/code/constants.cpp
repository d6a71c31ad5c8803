// SPDX-License-Identifier: Apache-2.0
#include "code/constants.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/unicode.h"
#include "code/names.h"

namespace loanlint::code {
namespace {

using android::CodeItem;
using android::Instruction;
using android::Operands;

constexpr std::size_t kMostCells = 1 << 20;  // registers × places where branches meet
constexpr int kMostSweeps = 6;

}  // namespace

const std::set<std::string>& ConstantFlow::array_texts(std::uint32_t site) const {
  static const std::set<std::string> none;
  const auto found = arrays_.find(site);
  return found == arrays_.end() ? none : found->second;
}

ConstantFlow::Id ConstantFlow::intern(const Value& value) {
  const auto [at, added] = ids_.try_emplace(value, static_cast<Id>(values_.size()));
  if (added) values_.push_back(value);
  return at->second;
}

ConstantFlow::Id ConstantFlow::join(Id a, Id b) {
  if (a == b) return a;
  const Value& left = values_[a];
  const Value& right = values_[b];
  const bool alike = left.kind == right.kind && left.site == right.site && left.mark == right.mark;
  if (!alike || left.kind == Value::Kind::unknown || left.texts.empty()) return 0;
  Value both = left;
  both.open |= right.open;
  both.texts.insert(both.texts.end(), right.texts.begin(), right.texts.end());
  keep_few(both);
  return intern(both);
}

bool ConstantFlow::join_into(Registers& stored, const Registers& other) {
  if (stored.empty()) {
    stored = other;
    return !other.empty();
  }
  bool changed = false;
  for (std::size_t i = 0; i < stored.size() && i < other.size(); ++i) {
    const Id joined = join(stored[i], other[i]);
    changed |= joined != stored[i];
    stored[i] = joined;
  }
  return changed;
}

void ConstantFlow::find_leaders(Bytes insns) {
  android::InstructionWalk walk(insns);
  Instruction in;
  const auto add = [&](std::uint32_t from, std::int64_t distance) {
    const std::int64_t target = std::int64_t{from} + distance;
    if (target < 0 || target * 2 >= static_cast<std::int64_t>(insns.size())) return;
    leaders_.try_emplace(static_cast<std::uint32_t>(target));
  };
  while (walk.next(in)) {
    const std::uint8_t op = in.opcode;
    if (android::is_goto(op) || android::is_if(op)) {
      add(in.offset, android::read_operands(in).literal);
    } else if (op == android::kOpPackedSwitch || op == android::kOpSparseSwitch) {
      for (const std::int64_t distance : android::switch_targets(in, insns)) {
        add(in.offset, distance);
      }
    }
  }
}

void ConstantFlow::run(const CodeItem& code, FlowVisitor& visitor,
                       const std::vector<Value>& arguments) {
  values_.assign(1, Value{});
  ids_.clear();
  ids_[values_[0]] = 0;
  leaders_.clear();
  arrays_.clear();
  start_.assign(code.registers_size, 0);
  for (std::size_t i = 0; i < arguments.size() && arguments.size() <= start_.size(); ++i) {
    start_[start_.size() - arguments.size() + i] = intern(arguments[i]);
  }
  find_leaders(code.insns);
  // A method that would cost too much is followed along straight lines only.
  if (leaders_.size() * code.registers_size > kMostCells) {
    for (auto& [offset, registers] : leaders_) registers.clear();
    sweep(code, &visitor);
    return;
  }
  for (int i = 0; i < kMostSweeps; ++i) {
    if (!sweep(code, nullptr)) break;
  }
  sweep(code, &visitor);
}

bool ConstantFlow::sweep(const CodeItem& code, FlowVisitor* visitor) {
  const Registers unknown(code.registers_size, 0);
  const bool follows = leaders_.size() * code.registers_size <= kMostCells;
  Registers registers = start_;
  bool reached = true;  // by falling through from the instruction before
  bool changed = false;
  android::InstructionWalk walk(code.insns);
  Instruction in;
  while (walk.next(in)) {
    const auto leader = leaders_.find(in.offset);
    if (leader != leaders_.end() && follows) {
      if (reached) changed |= join_into(leader->second, registers);
      registers = leader->second.empty() ? unknown : leader->second;
    } else if (leader != leaders_.end() || !reached) {
      registers = unknown;  // an exception handler, or code that nothing reaches
    }
    execute(in, registers, visitor);
    if (follows) changed |= branch(in, registers);
    reached = !android::ends_block(in.opcode);
  }
  return changed;
}

bool ConstantFlow::branch(const Instruction& in, const Registers& registers) {
  const auto go = [&](std::int64_t distance) {
    const auto leader = leaders_.find(static_cast<std::uint32_t>(in.offset + distance));
    return leader != leaders_.end() && join_into(leader->second, registers);
  };
  const std::uint8_t op = in.opcode;
  if (android::is_goto(op) || android::is_if(op)) {
    return go(android::read_operands(in).literal);
  }
  bool changed = false;
  if (op == android::kOpPackedSwitch || op == android::kOpSparseSwitch) {
    const Bytes insns(in.units.data() - std::size_t{in.offset} * 2,
                      in.units.size() + std::size_t{in.offset} * 2);
    for (const std::int64_t distance : android::switch_targets(in, insns)) changed |= go(distance);
  }
  return changed;
}

void ConstantFlow::execute(const Instruction& in, Registers& registers, FlowVisitor* visitor) {
  const Operands operands = android::read_operands(in);
  const std::uint8_t op = in.opcode;
  const auto get = [&](std::uint32_t reg) { return reg < registers.size() ? registers[reg] : 0; };
  const auto set = [&](std::uint32_t reg, Id id) {
    if (reg < registers.size()) registers[reg] = id;
  };
  if (op >= android::kOpMoveObject && op <= android::kOpMoveObject16) {
    return set(operands.a, get(operands.b));
  }
  if (android::is_invoke(op)) return invoke(in, operands, registers, visitor);
  switch (op) {
    case android::kOpMoveResultObject:
      return set(operands.a, std::exchange(result_, 0));
    case android::kOpConstString:
    case android::kOpConstStringJumbo:
      return set(operands.a, read_constant(in.index()));
    case android::kOpConstClass: {
      Value value;
      value.kind = Value::Kind::klass;
      value.texts = {java_name(dex_.type(in.index()))};
      return set(operands.a, intern(value));
    }
    case android::kOpNewInstance: {
      const std::string_view type = dex_.type(in.index());
      Value value;
      value.site = in.offset;
      if (is_builder_class(type)) {
        value.kind = Value::Kind::builder;
        value.texts = {""};
      } else if (type == "Landroid/content/Intent;") {
        value.kind = Value::Kind::intent;
      } else {
        return set(operands.a, 0);
      }
      return set(operands.a, intern(value));
    }
    case android::kOpNewArray: {
      Value value;
      value.kind = Value::Kind::array;
      value.site = in.offset;
      return set(operands.a, intern(value));
    }
    case android::kOpFilledNewArray:
    case android::kOpFilledNewArrayRange: {
      Value value;
      value.kind = Value::Kind::array;
      value.site = in.offset;
      for (std::uint32_t i = 0; i < operands.arg_count; ++i) {
        const Value& element = values_[get(operands.arg(i))];
        if (has_text(element)) {
          arrays_[in.offset].insert(element.texts.begin(), element.texts.end());
        }
      }
      result_ = intern(value);
      return;
    }
    case android::kOpAputObject: {
      const Value& array = values_[get(operands.b)];
      const Value& element = values_[get(operands.a)];
      if (array.kind == Value::Kind::array && has_text(element)) {
        arrays_[array.site].insert(element.texts.begin(), element.texts.end());
      }
      return;
    }
    case android::kOpSgetObject:
      if (visitor != nullptr) visitor->on_field_read(in.index(), in.offset);
      set(operands.a, read_field(in.index(), in.offset));
      if (const auto known = call_texts_.find(in.offset);
          known != call_texts_.end() && get(operands.a) == 0) {
        set(operands.a, any_of_texts(known->second));
      }
      return;
    case android::kOpIgetObject:
      return set(operands.a, read_field(in.index(), in.offset));
    case android::kOpAgetObject:
      return set(operands.a, read_element(values_[get(operands.b)]));
    case android::kOpIputObject:
    case android::kOpSputObject:
      if (visitor != nullptr) write_field(in.index(), values_[get(operands.a)], *visitor);
      return;
    default:
      break;
  }
  const std::uint8_t defines = android::kOpcodes[op].defines;
  for (std::uint32_t i = 0; i < defines; ++i) set(operands.a + i, 0);
}

ConstantFlow::Id ConstantFlow::read_constant(std::uint32_t string_idx) {
  // A beginning is enough, so that many constants of one long text cost no more than others.
  const std::string_view onwards = dex_.string_onwards(string_idx).substr(0, kLongestText + 8);
  return intern(text_value(mutf8_to_utf8(onwards.substr(0, onwards.find('\0')))));
}

void ConstantFlow::invoke(const Instruction& in, const Operands& operands, Registers& registers,
                          FlowVisitor* visitor) {
  const android::MethodId method = dex_.method(in.index());
  Invocation call;
  call.offset = in.offset;
  call.method_idx = in.index();
  call.klass = dex_.type(method.class_idx);
  call.name = dex_.short_string(method.name_idx);
  std::vector<Value> copies;  // interning below may move the values
  for (std::uint32_t i = 0; i < operands.arg_count; ++i) {
    const std::uint32_t reg = operands.arg(i);
    copies.push_back(values_[reg < registers.size() ? registers[reg] : 0]);
  }
  for (const Value& value : copies) call.args.push_back(&value);
  result_ = result_of(call, registers);
  const auto known = call_texts_.find(in.offset);
  const bool open = !has_text(values_[result_]) || values_[result_].open;
  if (known != call_texts_.end() && open) {
    result_ = any_of_texts(known->second);
    const bool constructs = call.klass == "Ljava/lang/String;" && call.name == "<init>";
    if (constructs && operands.arg(0) < registers.size()) registers[operands.arg(0)] = result_;
  }
  if (visitor != nullptr) visitor->on_invoke(call);
}

}  // namespace loanlint::code
