// SPDX-License-Identifier: Apache-2.0
#include "findings/fact.h"

#include <algorithm>

namespace loanlint::findings {

std::string_view name(Tri value) {
  switch (value) {
    case Tri::no:
      return "no";
    case Tri::yes:
      return "yes";
    case Tri::unknown:
      break;
  }
  return "unknown";
}

bool Fact::unknown() const {
  const Tri* tri_value = std::get_if<Tri>(&value);
  return tri_value != nullptr && *tri_value == Tri::unknown;
}

Tri Fact::tri() const {
  if (const Tri* tri_value = std::get_if<Tri>(&value)) return *tri_value;
  if (const auto* text = std::get_if<std::string>(&value))
    return text->empty() ? Tri::no : Tri::yes;
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) {
    return list->empty() ? Tri::no : Tri::yes;
  }
  return Tri::yes;
}

Fact& Facts::operator[](const std::string& name) {
  const auto [at, added] = facts_.try_emplace(name);
  if (added && common_) {
    if (const Fact* fact = common_->find(name)) at->second = *fact;
  }
  return at->second;
}

std::vector<const Facts::Named*> Facts::sorted() const {
  std::vector<const Named*> all;
  all.reserve(facts_.size());
  for (const Named& fact : facts_) all.push_back(&fact);
  if (common_) {
    for (const Named& fact : common_->facts_) {
      if (!facts_.contains(fact.first)) all.push_back(&fact);
    }
  }
  std::sort(all.begin(), all.end(),
            [](const Named* left, const Named* right) { return left->first < right->first; });
  return all;
}

const Fact* Facts::find(std::string_view name) const {
  const auto found = facts_.find(name);
  if (found != facts_.end()) return &found->second;
  return common_ ? common_->find(name) : nullptr;
}

}  // namespace loanlint::findings
