// SPDX-License-Identifier: Apache-2.0
// What arrays, fields and calls do to what is evaluated.
#include <algorithm>
#include <cstring>

#include "base/error.h"
#include "code/evaluator.h"
#include "code/value.h"

namespace loanlint::code {
namespace {

using android::Instruction;
using android::Operands;

constexpr std::size_t kMostElements = 4096;

/// True of the library's classes whose methods are known.
bool makes_texts(std::string_view klass) {
  return klass == "Ljava/lang/String;" || is_builder_class(klass) ||
         klass == "Landroid/util/Base64;" || klass == "Ljava/util/Base64$Decoder;";
}

/// True of a type that holds a text, or a piece of one.
bool may_be_text(std::string_view type) {
  return type == "Ljava/lang/String;" || type == "Ljava/lang/CharSequence;" ||
         type == "Ljava/lang/Object;" || is_builder_class(type) || type.starts_with("[") ||
         type == "C" || type == "B" || type == "I";
}

/// Puts the numbers of the payload at `units` (fill-array-data) into an array.
void fill(ConcreteObject& array, Bytes units) {
  std::uint16_t head[4] = {};
  if (units.size() < sizeof head) return;
  std::memcpy(head, units.data(), sizeof head);
  const std::size_t width = head[1];
  if (head[0] != 0x0300 || (width != 1 && width != 2 && width != 4)) return;
  const Bytes values = units.subspan(sizeof head);
  for (std::size_t i = 0; i < array.elements.size() && (i + 1) * width <= values.size(); ++i) {
    std::int32_t number = 0;
    std::memcpy(&number, values.data() + i * width, width);
    if (width == 1) number = static_cast<std::int8_t>(number);
    if (width == 2) number = static_cast<std::uint16_t>(number);
    array.elements[i] = Concrete::of_number(number);
  }
}

}  // namespace

StaticTexts read_statics(const ReadDex& read, std::size_t number, std::uint32_t row) {
  StaticTexts start;
  const android::Dex& dex = *read.dex;
  const android::ClassDef klass = dex.class_def(row);
  for (const android::EncodedMethod& method : read.classes->direct_methods(row)) {
    if (dex.short_string(dex.method(method.method_idx).name_idx) == "<clinit>") {
      start.initialiser = {number, method.code_off};
    }
  }
  if (klass.static_values_off == 0) return start;
  try {
    for (const android::StaticString& value : android::read_static_strings(
             dex, klass.static_values_off, read.classes->static_fields(row))) {
      const std::string_view text = dex.string_onwards(value.string_idx);
      start.texts.emplace(dex.short_string(dex.field(value.field_idx).name_idx),
                          text.substr(0, text.find('\0')));
    }
  } catch (const FormatError&) {
    // Android refuses such a class.
  }
  return start;
}

/// What makes, reads or writes objects; false when the instruction does something else.
bool Evaluator::touch_memory(Run& run, const Instruction& in, const Operands& operands) {
  const std::uint8_t op = in.opcode;
  std::vector<Concrete>& registers = run.frame.registers;
  const android::Dex& dex = source_.dex(run.dex);
  const auto get = [&](std::uint32_t reg) {
    return reg < registers.size() ? registers[reg] : Concrete{};
  };
  const auto set = [&](const Concrete& value) {
    if (operands.a < registers.size()) registers[operands.a] = value;
    return true;
  };
  using Kind = ConcreteObject::Kind;
  if (op == android::kOpConstString || op == android::kOpConstStringJumbo) {
    return set(heap_.add_text(from_mutf8(
        dex.string_onwards(in.index()).substr(0, dex.string_onwards(in.index()).find('\0')))));
  }
  if (op == android::kOpNewInstance) {
    const std::string_view type = dex.type(in.index());
    if (is_builder_class(type)) return set(heap_.add({Kind::builder, {}, {}}));
    return set(type == "Ljava/lang/String;" ? heap_.add_text({}) : Concrete{});
  }
  if (op == android::kOpNewArray) {
    const Concrete size = get(operands.b);
    const bool known = size.is_number() && size.number >= 0 &&
                       static_cast<std::size_t>(size.number) <= kMostElements;
    if (!known) return set({});
    const std::vector<Concrete> zeros(static_cast<std::size_t>(size.number),
                                      Concrete::of_number(0));
    return set(heap_.add({Kind::array, {}, zeros}));
  }
  if (op == android::kOpFilledNewArray || op == android::kOpFilledNewArrayRange) {
    ConcreteObject array{Kind::array, {}, {}};
    for (std::uint32_t i = 0; i < operands.arg_count; ++i) {
      array.elements.push_back(get(operands.arg(i)));
    }
    run.frame.result = heap_.add(std::move(array));
    return true;
  }
  if (op == android::kOpFillArrayData) {
    ConcreteObject* const array = heap_.find(get(operands.a));
    const std::int64_t at = (std::int64_t{in.offset} + operands.literal) * 2;
    if (array != nullptr && at >= 0 && at < static_cast<std::int64_t>(run.insns.size())) {
      fill(*array, run.insns.subspan(static_cast<std::size_t>(at)));
    }
    return true;
  }
  if (op == android::kOpArrayLength) {
    const ConcreteObject* const array = heap_.find(get(operands.b));
    return set(array == nullptr
                   ? Concrete{}
                   : Concrete::of_number(static_cast<std::int32_t>(array->elements.size())));
  }
  if (android::within(op, android::kOpAget, android::kOpAgetShort) ||
      android::within(op, android::kOpAput, android::kOpAputShort)) {
    const bool reads = op <= android::kOpAgetShort;
    ConcreteObject* const array = heap_.find(get(operands.b));
    const Concrete index = get(in.unit(1) >> 8);
    const bool inside = array != nullptr && index.is_number() && index.number >= 0 &&
                        static_cast<std::size_t>(index.number) < array->elements.size();
    if (!inside) return reads ? set({}) : true;
    Concrete& element = array->elements[static_cast<std::size_t>(index.number)];
    if (reads) return set(element);
    element = get(operands.a);
    return true;
  }
  if (op == android::kOpSgetObject) {
    const Concrete value = read_static(run.dex, in.index(), run.depth);
    note(run, in.offset, value);
    return set(value);
  }
  if (op == android::kOpIgetObject) {
    const auto found = fields_.find(key_of(run.dex, in.index()));
    return set(found == fields_.end() ? Concrete{} : found->second);
  }
  if (op == android::kOpIputObject || op == android::kOpSputObject) {
    fields_[key_of(run.dex, in.index())] = get(operands.a);
    return true;
  }
  return false;
}

Evaluator::FieldKey Evaluator::key_of(std::size_t number, std::uint32_t field_idx) const {
  const android::Dex& dex = source_.dex(number);
  const android::FieldId field = dex.field(field_idx);
  return {std::string(dex.type(field.class_idx)), std::string(dex.short_string(field.name_idx))};
}

Concrete Evaluator::read_static(std::size_t dex, std::uint32_t field_idx, int depth) {
  const FieldKey key = key_of(dex, field_idx);
  if (const auto known = fields_.find(key); known != fields_.end()) return known->second;
  if (initialised_.insert(key.first).second) {
    const StaticTexts start = source_.statics(dex, field_idx);
    for (const auto& [name, text] : start.texts) {
      fields_.try_emplace({key.first, name}, heap_.add_text(from_mutf8(text)));
    }
    enter(start.initialiser, {}, depth + 1);
  }
  const auto found = fields_.find(key);
  return found == fields_.end() ? Concrete{} : found->second;
}

void Evaluator::invoke(Run& run, const Instruction& in, const Operands& operands) {
  const android::Dex& dex = source_.dex(run.dex);
  const android::MethodId row = dex.method(in.index());
  const std::string_view klass = dex.type(row.class_idx);
  const bool library = klass.starts_with("Ljava/") || klass.starts_with("Landroid/");
  const std::string_view given = dex.type(dex.proto(row.proto_idx).return_type_idx);
  run.frame.result = {};
  if (library ? !makes_texts(klass) : !may_be_text(given)) return;
  const std::vector<Concrete>& registers = run.frame.registers;
  std::vector<Concrete> args;
  for (std::uint32_t i = 0; i < operands.arg_count; ++i) {
    const std::uint32_t reg = operands.arg(i);
    args.push_back(reg < registers.size() ? registers[reg] : Concrete{});
  }
  const MethodBody own = library ? MethodBody{} : source_.method(run.dex, in.index());
  if (own.code_off != 0) {
    run.frame.result = enter(own, args, run.depth + 1);
  } else {
    const std::string prototype = dex.prototype(row.proto_idx);
    run.frame.result = call_library(
        {dex.type(row.class_idx), dex.short_string(row.name_idx), prototype, args}, heap_);
  }
  note(run, in.offset, run.frame.result);
}

void Evaluator::note(Run& run, std::uint32_t offset, const Concrete& value) {
  if (run.texts == nullptr) return;
  const auto text = heap_.text_of(value);
  const auto ascii = text ? to_ascii(*text) : std::nullopt;
  if (ascii && !ascii->empty()) (*run.texts)[offset].insert(*ascii);
}

}  // namespace loanlint::code
