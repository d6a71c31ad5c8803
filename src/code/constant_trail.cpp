// SPDX-License-Identifier: Apache-2.0
#include "code/constant_trail.h"

#include <utility>

namespace loanlint::code {
namespace {

constexpr int kMostRounds = 4;               // from one method to the next
constexpr std::size_t kMostEntries = 4'000;  // methods looked into, with other arguments each time

}  // namespace

ConstantTrail::ConstantTrail(std::vector<MarkedDex> dexes, const MethodIndex& methods,
                             const UseSearch& search, FieldTexts& fields, Broken broken)
    : dexes_(std::move(dexes)),
      methods_(methods),
      search_(search),
      fields_(fields),
      broken_(std::move(broken)),
      entries_left_(kMostEntries) {}

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
  const std::optional<MethodCode> method = methods_.find(call.dex, call.method_idx);
  if (!method || entries_left_ == 0) return;
  if (!entered_.insert({{method->dex, method->method.method_idx}, call.args}).second) return;
  --entries_left_;
  look_into(*method, call.args);
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
    for (const Use& use : find_uses(search_, *in.dex, *in.marks, method, arguments, {}, next_)) {
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
