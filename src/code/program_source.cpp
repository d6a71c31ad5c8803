// SPDX-License-Identifier: Apache-2.0
#include "code/program_source.h"

namespace loanlint::code {

const android::Dex& ProgramSource::dex(std::size_t number) const {
  return program_.dex(static_cast<std::uint32_t>(number));
}

MethodBody ProgramSource::method(std::size_t number, std::uint32_t method_idx) const {
  const NodeId node = program_.find_method(static_cast<std::uint32_t>(number), method_idx);
  return node == kNone ? MethodBody{} : body(node);
}

MethodBody ProgramSource::body(NodeId node) const {
  const Node& method = program_.nodes()[node];
  return {program_.classes()[method.klass].dex, method.code_off};
}

StaticTexts ProgramSource::statics(std::size_t number, std::uint32_t field_idx) const {
  const ClassId klass =
      program_.class_of(static_cast<std::uint32_t>(number), dex(number).field(field_idx).class_idx);
  if (klass == kNone) return {};
  const ClassInfo& info = program_.classes()[klass];
  return read_statics(program_.read_dex(info.dex), info.dex, info.def);
}

}  // namespace loanlint::code
