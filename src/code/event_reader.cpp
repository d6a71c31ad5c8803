// SPDX-License-Identifier: Apache-2.0
#include "code/event_reader.h"

#include <algorithm>

#include "base/error.h"
#include "code/origins.h"
#include "code/sql.h"

namespace loanlint::code {
namespace {

using android::Instruction;

constexpr std::size_t kMostRemembered = 16;

/// What an instruction adds to the graph.
enum class Action : std::uint8_t { none, call, virtual_call, field, type, text, jump };

constexpr std::array<Action, 256> make_actions() {
  std::array<Action, 256> actions = {};
  const auto set = [&](std::size_t first, std::size_t last, Action action) {
    for (std::size_t opcode = first; opcode <= last; ++opcode) actions[opcode] = action;
  };
  set(android::kOpConstString, android::kOpConstStringJumbo, Action::text);
  actions[android::kOpConstClass] = Action::type;
  actions[android::kOpNewInstance] = Action::type;
  set(android::kOpGoto, android::kOpGoto32, Action::jump);
  set(android::kOpIfEq, android::kOpIfLez, Action::jump);
  set(android::kOpIget, android::kOpSputShort, Action::field);
  set(android::kOpInvokeVirtual, android::kOpInvokeInterface, Action::call);
  set(android::kOpInvokeVirtualRange, android::kOpInvokeInterfaceRange, Action::call);
  set(android::kOpInvokePolymorphic, android::kOpInvokePolymorphic + 1, Action::call);
  for (const std::uint8_t opcode :
       {android::kOpInvokeVirtual, android::kOpInvokeInterface, android::kOpInvokeVirtualRange,
        android::kOpInvokeInterfaceRange}) {
    actions[opcode] = Action::virtual_call;
  }
  return actions;
}

constexpr std::array<Action, 256> kActions = make_actions();

/// Notes a number among the last few, each once.
void keep_last(std::vector<std::uint32_t>& numbers, std::uint32_t number) {
  if (!numbers.empty() && numbers.back() == number) return;
  if (numbers.size() == kMostRemembered) numbers.erase(numbers.begin());
  numbers.push_back(number);
}

}  // namespace

void EventReader::read(NodeId node) {
  dex_ = program_.classes()[program_.nodes()[node].klass].dex;
  klass_ = program_.nodes()[node].klass;
  node_ = node;
  texts_.clear();
  mentioned_.clear();
  made_.reset();
  origins_.reset();
  starts_ = false;
  Bytes& insns = insns_;
  try {
    insns = android::read_code(program_.dex(dex_), program_.nodes()[node].code_off).insns;
  } catch (const FormatError&) {
    return;  // the search for uses has recorded the gap
  }
  // As android::InstructionWalk, but past what adds nothing, as most instructions do, in a few
  // steps each: this runs over all code of an app.
  const std::uint8_t* const start = insns.data();
  std::size_t at = 0;
  while (at + 1 < insns.size()) {
    const std::uint8_t opcode = start[at];
    std::uint32_t size = android::kOpcodes[opcode].size;
    if (opcode == android::kOpNop && start[at + 1] != 0) {
      size = android::payload_size(insns.subspan(at));
    }
    if (size == 0 || std::size_t{size} * 2 > insns.size() - at) return;
    if (kActions[opcode] != Action::none) {
      add({insns.subspan(at), static_cast<std::uint32_t>(at / 2), opcode, size});
    }
    at += std::size_t{size} * 2;
  }
  if (starts_ && mentioned_.empty() && !texts_.empty()) name_started();
}

/// What an Intent is to start may be named by a text that is put together first.
void EventReader::name_started() {
  for (const auto& [offset, texts] : made_texts()) {
    for (const std::string& text : texts) {
      for (const ClassId klass : resolver_.classes_named(text)) {
        add(offset, Event::Kind::mention, klass);
      }
    }
  }
}

const CallTexts& EventReader::made_texts() {
  if (!made_) {
    const bool may = evaluator_.total_steps() < evaluated_steps_;
    evaluation_cut_ |= !may;
    made_ = may ? evaluator_.call_texts(source_.body(node_)) : CallTexts{};
  }
  return *made_;
}

std::vector<std::string> EventReader::all_texts() {
  std::vector<std::string> all;
  for (const std::uint32_t text : texts_) {
    all.emplace_back(program_.dex(dex_).short_string(text));
  }
  for (const auto& [offset, texts] : made_texts())
    all.insert(all.end(), texts.begin(), texts.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

void EventReader::add(const Instruction& in) {
  switch (kActions[in.opcode]) {
    case Action::none:
      break;
    case Action::call:
      return add_call(in, false);
    case Action::virtual_call:
      return add_call(in, true);
    case Action::field:
      return add_field(in);
    case Action::type:
      return add_type(in);
    case Action::text:
      return add_text(in);
    case Action::jump:
      return add_loop(in);
  }
}

void EventReader::add_loop(const Instruction& in) {
  const std::int64_t distance = android::read_operands(in).literal;
  if (distance >= 0 || in.offset + distance < 0) return;
  add(in.offset, Event::Kind::loop, static_cast<std::uint32_t>(in.offset + distance));
}

void EventReader::add_call(const Instruction& in, bool virtual_call) {
  const CallRow row = resolver_.call(dex_, in.index(), virtual_call);
  if (row.list != 0) add(in.offset, Event::Kind::call, narrowed(in, row.list));
  if (row.more != nullptr) add_library_call(in, *row.more);
}

const Origins& EventReader::origins_before(std::uint32_t offset) {
  if (!origins_) origins_.emplace(program_.dex(dex_), insns_, knowledge_);
  return origins_->before(offset);
}

/// Of the methods that may answer, the one that does when the receiver was made just before.
std::uint32_t EventReader::narrowed(const Instruction& in, std::uint32_t list) {
  if (resolver_.lists()[list] < 2) return list;
  const android::Operands operands = android::read_operands(in);
  if (operands.arg_count == 0) return list;
  const std::uint32_t receiver = operands.arg(0);
  if (receiver >= makes_.size() || makes_[receiver] != node_) return list;
  const Origin origin = origins_before(in.offset).of(receiver);
  if (origin.kind != Origin::Kind::made) return list;
  const ClassId klass = program_.class_of(dex_, origin.number);
  const NodeId node =
      klass == kNone ? kNone : program_.find_method(klass, program_.selector(dex_, in.index()));
  return node == kNone ? list : resolver_.list_of(node);
}

void EventReader::add_library_call(const Instruction& in, const LibraryRef& ref) {
  const LibraryMeaning& meaning = ref.meaning;
  if (ref.spawned != 0) add(in.offset, Event::Kind::call, ref.spawned);
  if (meaning.sink != 0xffff) add(in.offset, Event::Kind::sink, meaning.sink);
  starts_ |= meaning.starts || meaning.broadcasts;
  if (meaning.starts) add(in.offset, Event::Kind::start, 0);
  if (meaning.broadcasts) add(in.offset, Event::Kind::broadcast, 0);
  if (meaning.results) add(in.offset, Event::Kind::result, 0);
  // An object of the package's own class is known to be the one that gets it.
  if (meaning.delivery != 0xffff && ref.spawned == 0) {
    add(in.offset, Event::Kind::deliver, meaning.delivery);
  }
  if (meaning.pours) add(in.offset, Event::Kind::pour, 0);
  if (meaning.stores != nullptr) add_kept(in, *meaning.stores, Event::Kind::write);
  if (meaning.fetches != nullptr) add_kept(in, *meaning.fetches, Event::Kind::read);
  if (meaning.reflects) add_reflection(in);
}

/// What is kept under a constant key, or in a place of its own kind, goes through it as through a
/// field.
void EventReader::add_kept(const Instruction& in, const catalog::KeptCall& call, Event::Kind kind) {
  using Key = catalog::KeptCall::Key;
  if (!call.shared.empty()) add(in.offset, kind, resolver_.kept_under(call.shared));
  const android::Operands operands = android::read_operands(in);
  if (call.key == Key::receiver) return add_kept_by(in, operands, kind);
  if (call.key == Key::none || operands.arg_count < 2) return;
  const std::uint32_t reg = operands.arg(call.key == Key::last ? operands.arg_count - 1 : 1);
  if (reg >= held_.size() || held_[reg].node != node_) return;
  std::string_view key = program_.dex(dex_).short_string(held_[reg].string_idx);
  if (call.key == Key::table) key = sql_table(key);
  if (!key.empty()) add(in.offset, kind, resolver_.kept_under(key));
}

/// What is kept in a view is found again by the field that holds it, or by its number.
void EventReader::add_kept_by(const Instruction& in, const android::Operands& operands,
                              Event::Kind kind) {
  if (operands.arg_count == 0) return;
  const android::Dex& dex = program_.dex(dex_);
  const Origins& origins = origins_before(in.offset);
  const Origin holder = origins.of(operands.arg(0));
  const Origin kept = origins.of(operands.arg(operands.arg_count - 1));
  const bool constant = kept.kind == Origin::Kind::constant;
  if (kind == Event::Kind::write && (operands.arg_count < 2 || constant)) return;
  if (holder.kind == Origin::Kind::field) {
    add(in.offset, kind, resolver_.kept_under("view " + dex.field_name(holder.number)));
  } else if (holder.kind == Origin::Kind::found) {
    add(in.offset, kind, resolver_.kept_under("view " + std::to_string(holder.number)));
  }
}

/// A reflective call may run what the method names: methods, if it names any, of the classes that
/// it names, or a way out of the app.
void EventReader::add_reflection(const Instruction& in) {
  const std::vector<std::string> texts = all_texts();
  std::vector<ClassId> classes = mentioned_;
  for (const auto& [offset, made] : made_texts()) {
    for (const std::string& text : made) {
      for (const ClassId klass : resolver_.classes_named(text)) keep_last(classes, klass);
    }
  }
  // Of its own class, which this.getClass() gives, it runs what it names.
  keep_last(classes, klass_);
  for (const ClassId klass : classes) {
    const ClassInfo& info = program_.classes()[klass];
    steps_ += info.nodes * (texts.size() + 1);
    if (cut()) return;
    std::vector<NodeId> named;
    std::vector<NodeId> all;
    for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
      if (program_.nodes()[node].code_off == 0) continue;
      all.push_back(node);
      if (std::binary_search(texts.begin(), texts.end(), program_.name(node))) {
        named.push_back(node);
      }
    }
    const bool own = klass == klass_;
    const std::uint32_t list = resolver_.make_list(named.empty() && !own ? all : named);
    if (list != 0) add(in.offset, Event::Kind::call, list);
    if (!own) add(in.offset, Event::Kind::alloc, klass);
  }
  for (const std::string& member : texts) {
    if (!resolver_.may_be_sink(member)) continue;
    for (const std::string& klass : texts) {
      steps_ += 8;  // as much work as so many comparisons
      if (cut()) return;
      const std::uint16_t sink = resolver_.reflected_sink(klass, member);
      if (sink != 0xffff) add(in.offset, Event::Kind::sink, sink);
    }
  }
}

void EventReader::add_field(const Instruction& in) {
  const FieldRef* found = resolver_.field(dex_, in.index());
  if (found == nullptr) return;
  const FieldRef& ref = *found;
  // The initialiser of a method's own class has run before it.
  if (in.opcode >= android::kOpSget && in.opcode <= android::kOpSgetShort && ref.klass != kNone &&
      ref.klass != klass_) {
    add(in.offset, Event::Kind::touch, ref.klass);
  }
  if (ref.number == kNone) return;
  const bool writes = (in.opcode >= android::kOpIput && in.opcode <= android::kOpIputShort) ||
                      (in.opcode >= android::kOpSput && in.opcode <= android::kOpSputShort);
  if (!writes) add(in.offset, Event::Kind::read, ref.number);
  if (writes || ref.container) add(in.offset, Event::Kind::write, ref.number);
}

void EventReader::add_type(const Instruction& in) {
  const ClassId klass = program_.class_of(dex_, in.index());
  if (klass == kNone) return;
  const bool makes = in.opcode == android::kOpNewInstance;
  if (makes) makes_[in.unit(0) >> 8] = node_;
  if (!makes) keep_last(mentioned_, klass);
  add(in.offset, makes ? Event::Kind::alloc : Event::Kind::mention, klass);
}

void EventReader::add_text(const Instruction& in) {
  held_[in.unit(0) >> 8] = {node_, in.index()};
  keep_last(texts_, in.index());
  const std::uint32_t list = resolver_.named(dex_, in.index());
  for (std::uint32_t i = 0; i < resolver_.lists()[list]; ++i) {
    const ClassId klass = resolver_.lists()[list + 1 + i];
    keep_last(mentioned_, klass);
    add(in.offset, Event::Kind::mention, klass);
  }
}

}  // namespace loanlint::code
