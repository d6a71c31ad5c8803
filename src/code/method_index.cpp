// SPDX-License-Identifier: Apache-2.0
#include "code/method_index.h"

#include <utility>

#include "base/error.h"

namespace loanlint::code {
namespace {

constexpr int kMostSupers = 16;  // up a chain of superclasses

}  // namespace

MethodIndex::MethodIndex(std::vector<ReadDex> dexes) : dexes_(std::move(dexes)) {
  for (std::size_t number = 0; number < dexes_.size(); ++number) {
    if (dexes_[number].classes == nullptr) continue;
    const android::Dex& in = *dexes_[number].dex;
    for (std::uint32_t row = 0; row < in.class_count(); ++row) {
      const std::uint64_t name = hash_name(in.type(in.class_def(row).class_idx));
      if (!by_name_.add(name, static_cast<std::uint32_t>(definitions_.size()))) continue;
      definitions_.push_back({number, row});
    }
  }
}

std::optional<MethodCode> MethodIndex::find(std::size_t number, std::uint32_t method_idx) const {
  const android::Dex& names = *dexes_[number].dex;
  const android::MethodId row = names.method(method_idx);
  std::uint32_t at = by_name_.find(hash_name(names.type(row.class_idx)));
  if (at == HashIndex::kAbsent) return std::nullopt;
  const std::string name(names.short_string(row.name_idx));
  const std::string prototype = names.prototype(row.proto_idx);
  for (int steps = 0; at != HashIndex::kAbsent && steps < kMostSupers; ++steps) {
    if (const auto method = find_in(at, name, prototype)) return method;
    const android::Dex& in = *dexes_[definitions_[at].dex].dex;
    at = by_name_.find(hash_name(in.type(in.class_def(definitions_[at].row).superclass_idx)));
  }
  return std::nullopt;
}

std::optional<MethodCode> MethodIndex::find_in(std::uint32_t klass, const std::string& name,
                                               const std::string& prototype) const {
  const Definition& definition = definitions_[klass];
  const android::Dex& in = *dexes_[definition.dex].dex;
  for (const android::EncodedMethod& method :
       dexes_[definition.dex].classes->methods(definition.row)) {
    const android::MethodId row = in.method(method.method_idx);
    if (method.code_off == 0 || in.short_string(row.name_idx) != name) continue;
    if (in.prototype(row.proto_idx) != prototype) continue;
    return MethodCode{definition.dex, in.class_def(definition.row).class_idx, method};
  }
  return std::nullopt;
}

MethodBody MethodIndex::method(std::size_t number, std::uint32_t method_idx) const {
  const std::optional<MethodCode> found = find(number, method_idx);
  return found ? MethodBody{found->dex, found->method.code_off} : MethodBody{};
}

StaticTexts MethodIndex::statics(std::size_t number, std::uint32_t field_idx) const {
  const android::Dex& names = *dexes_[number].dex;
  const std::uint32_t at = by_name_.find(hash_name(names.type(names.field(field_idx).class_idx)));
  if (at == HashIndex::kAbsent) return {};
  const Definition& definition = definitions_[at];
  return read_statics(dexes_[definition.dex], definition.dex, definition.row);
}

}  // namespace loanlint::code
