// SPDX-License-Identifier: Apache-2.0
#include "code/carried.h"

#include <algorithm>

#include "android/dex_code.h"
#include "base/error.h"
#include "code/constants.h"
#include "code/origins.h"

namespace loanlint::code {
namespace {

using android::Instruction;

android::CodeItem code_of(const Program& program, NodeId node) {
  return android::read_code(program.dex_of(node), program.nodes()[node].code_off);
}

/// True when the method holds one of `texts` as a constant.
bool holds_text(const android::Dex& dex, Bytes insns, const std::vector<std::string>& texts) {
  android::InstructionWalk walk(insns);
  Instruction in;
  while (walk.next(in)) {
    const bool text =
        in.opcode == android::kOpConstString || in.opcode == android::kOpConstStringJumbo;
    if (!text) continue;
    const std::string_view constant = dex.short_string(in.index());
    if (std::find(texts.begin(), texts.end(), constant) != texts.end()) return true;
  }
  return false;
}

/// Notes the beginnings of URIs whose rest is not known, and that go into an Intent.
class OpenUris : public FlowVisitor {
 public:
  explicit OpenUris(const FlowKnowledge& knowledge) : knowledge_(knowledge) {}

  void on_invoke(const Invocation& call) override {
    if (call.klass != "Landroid/content/Intent;") return;
    for (const Value* value : call.args) {
      if (value->kind != Value::Kind::uri || !value->open) continue;
      for (const std::string& text : value->texts) note(text);
    }
  }
  void on_field_read(std::uint32_t, std::uint32_t) override {}
  void on_field_write(std::uint32_t, const std::set<std::string>&) override {}

  std::optional<std::size_t> group() const { return group_; }

 private:
  void note(const std::string& text) {
    for (std::size_t i = 0; i < knowledge_.sinks.size(); ++i) {
      for (const std::string& start : knowledge_.sinks[i].opened_uris) {
        if (text.starts_with(start) && (!group_ || i < *group_)) group_ = i;
      }
    }
  }

  const FlowKnowledge& knowledge_;
  std::optional<std::size_t> group_;
};

}  // namespace

std::vector<std::uint32_t> constant_calls(const Program& program, const FlowKnowledge& knowledge,
                                          NodeId node) {
  std::vector<std::uint32_t> found;
  try {
    const android::Dex& dex = program.dex_of(node);
    const Bytes insns = code_of(program, node).insns;
    OriginWalk origins(dex, insns, knowledge);
    android::InstructionWalk walk(insns);
    Instruction in;
    while (walk.next(in)) {
      if (!android::is_invoke(in.opcode)) continue;
      // What reflection calls is not named here, nor what it is given.
      const std::string_view klass = dex.type(dex.method(in.index()).class_idx);
      if (klass.starts_with("Ljava/lang/")) continue;
      const android::Operands operands = android::read_operands(in);
      const bool has_receiver = !android::is_invoke_static(in.opcode);
      const Origins& known = origins.before(in.offset);
      bool constants = true;
      for (std::uint32_t i = has_receiver ? 1 : 0; i < operands.arg_count && constants; ++i) {
        constants = known.of(operands.arg(i)).kind == Origin::Kind::constant;
      }
      if (constants) found.push_back(in.offset);
    }
  } catch (const FormatError&) {
    found.clear();
  }
  return found;
}

bool told_before(const Program& program, const FlowKnowledge& knowledge, std::uint32_t from,
                 Site site) {
  try {
    const Bytes insns = code_of(program, site.node).insns;
    return OriginWalk(program.dex_of(site.node), insns, knowledge, from).before(site.offset).told;
  } catch (const FormatError&) {
    return true;
  }
}

bool stays(const Program& program, Site site) {
  try {
    const Bytes insns = code_of(program, site.node).insns;
    android::InstructionWalk walk(insns.subspan(std::size_t{site.offset} * 2));
    Instruction in;
    const bool field =
        walk.next(in) && android::kOpcodes[in.opcode].index == android::IndexKind::field;
    if (!field || in.opcode >= android::kOpSput) return true;
    const ClassInfo& own = program.classes()[program.nodes()[site.node].klass];
    return program.dex_of(site.node).field(in.index()).class_idx == own.type_idx;
  } catch (const FormatError&) {
    return false;
  }
}

std::optional<std::size_t> opened_uri(const Program& program, const FlowKnowledge& knowledge,
                                      NodeId node) {
  try {
    const android::Dex& dex = program.dex_of(node);
    const android::CodeItem code = code_of(program, node);
    if (!holds_text(dex, code.insns, knowledge.edges.opening_actions)) return std::nullopt;
    OpenUris visitor(knowledge);
    const std::vector<std::uint16_t> no_marks;
    const FieldTexts no_fields;
    const CallTexts no_calls;
    ConstantFlow(dex, no_marks, no_fields, no_calls).run(code, visitor);
    return visitor.group();
  } catch (const FormatError&) {
    return std::nullopt;
  }
}

}  // namespace loanlint::code
