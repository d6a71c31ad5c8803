// SPDX-License-Identifier: Apache-2.0
#include "code/constant_trail.h"

#include <utility>

namespace loanlint::code {
namespace {

constexpr int kMostRounds = 4;               // from one method to the next
constexpr std::size_t kMostEntries = 4'000;  // methods looked into, with other arguments each time
constexpr int kMostSupers = 16;              // up a chain of superclasses

}  // namespace

ConstantTrail::ConstantTrail(std::vector<MarkedDex> dexes, const UseSearch& search,
                             FieldTexts& fields, Broken broken)
    : dexes_(std::move(dexes)),
      search_(search),
      fields_(fields),
      broken_(std::move(broken)),
      entries_left_(kMostEntries) {
  for (std::size_t number = 0; number < dexes_.size(); ++number) {
    const android::Dex& dex = *dexes_[number].dex;
    for (std::uint32_t row = 0; row < dex.class_count(); ++row) {
      const std::uint64_t name = hash_name(dex.type(dex.class_def(row).class_idx));
      if (!by_name_.add(name, static_cast<std::uint32_t>(definitions_.size()))) continue;
      definitions_.push_back({number, row});
    }
  }
}

std::vector<Use> ConstantTrail::follow(HandedOn handed_on, const std::vector<Use>& known) {
  for (const Use& use : known) {
    known_.insert({use.dex, use.method_idx, use.offset, use.kind, use.detail});
  }
  next_ = std::move(handed_on);
  for (int round = 0; round < kMostRounds && !(next_.calls.empty() && next_.fields.empty());
       ++round) {
    const HandedOn now = std::exchange(next_, {});
    for (const HandedOn::Call& call : now.calls) enter(call);
    read_again(now.fields);
  }
  return std::move(found_);
}

void ConstantTrail::enter(const HandedOn::Call& call) {
  const std::optional<MethodCode> method = find_method(call);
  if (!method || entries_left_ == 0) return;
  if (!entered_.insert({{method->dex, method->method.method_idx}, call.args}).second) return;
  --entries_left_;
  look_into(*method, call.args);
}

std::optional<MethodCode> ConstantTrail::find_method(const HandedOn::Call& call) const {
  const android::Dex& dex = *dexes_[call.dex].dex;
  const android::MethodId row = dex.method(call.method_idx);
  const std::string name(dex.short_string(row.name_idx));
  const std::string prototype = dex.prototype(row.proto_idx);
  std::uint32_t at = by_name_.find(hash_name(dex.type(row.class_idx)));
  for (int steps = 0; at != HashIndex::kAbsent && steps < kMostSupers; ++steps) {
    if (const auto method = method_of_class(at, name, prototype)) return method;
    const android::Dex& in = *dexes_[definitions_[at].dex].dex;
    at = by_name_.find(hash_name(in.type(in.class_def(definitions_[at].row).superclass_idx)));
  }
  return std::nullopt;
}

std::optional<MethodCode> ConstantTrail::method_of_class(std::uint32_t klass,
                                                         const std::string& name,
                                                         const std::string& prototype) const {
  const Definition& definition = definitions_[klass];
  const android::Dex& dex = *dexes_[definition.dex].dex;
  for (const android::EncodedMethod& method :
       dexes_[definition.dex].classes->methods(definition.row)) {
    const android::MethodId row = dex.method(method.method_idx);
    if (method.code_off == 0 || dex.short_string(row.name_idx) != name) continue;
    if (dex.prototype(row.proto_idx) != prototype) continue;
    return MethodCode{definition.dex, dex.class_def(definition.row).class_idx, method};
  }
  return std::nullopt;
}

/// Reads all methods again that speak of a field whose texts were not known before.
void ConstantTrail::read_again(const FieldTexts& added) {
  bool more = false;
  for (const auto& [field, texts] : added) {
    std::set<std::string>& known = fields_[field];
    const std::size_t before = known.size();
    known.insert(texts.begin(), texts.end());
    more |= known.size() > before;
  }
  if (!more) return;
  for (std::size_t number = 0; number < dexes_.size(); ++number) {
    const android::Dex& dex = *dexes_[number].dex;
    Marks speaks;
    for (std::uint32_t i = 0; i < dex.field_count(); ++i) {
      const android::FieldId row = dex.field(i);
      if (!added.contains({std::string(dex.type(row.class_idx)),
                           std::string(dex.short_string(row.name_idx))})) {
        continue;
      }
      speaks.hot.add(android::IndexKind::field, i);
      speaks.any_code = true;
    }
    if (!speaks.any_code) continue;
    for (std::uint32_t row = 0; row < dex.class_count(); ++row) {
      for (const android::EncodedMethod& method : dexes_[number].classes->methods(row)) {
        if (method.code_off == 0) continue;
        const MethodCode code{number, dex.class_def(row).class_idx, method};
        try {
          if (!mentions(android::read_code(dex, method.code_off).insns, speaks)) continue;
        } catch (const FormatError& error) {
          broken_(number, error);
          continue;
        }
        look_into(code, {});
      }
    }
  }
}

void ConstantTrail::look_into(const MethodCode& method, const std::vector<Value>& arguments) {
  const MarkedDex& in = dexes_[method.dex];
  try {
    for (const Use& use : find_uses(search_, *in.dex, *in.marks, method, arguments, next_)) {
      keep(use);
    }
  } catch (const FormatError& error) {
    broken_(method.dex, error);
  }
}

void ConstantTrail::keep(const Use& use) {
  // What names its member outright was found without knowing any constant.
  if (use.how != How::uri && use.how != How::reflection) return;
  if (!known_.insert({use.dex, use.method_idx, use.offset, use.kind, use.detail}).second) return;
  found_.push_back(use);
}

}  // namespace loanlint::code
