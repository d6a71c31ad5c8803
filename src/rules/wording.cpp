// SPDX-License-Identifier: Apache-2.0
#include "rules/wording.h"

#include <algorithm>

#include "catalog/rules.h"

namespace loanlint::rules {
namespace {

using catalog::Language;
using findings::Fact;
using findings::Tri;

constexpr std::string_view kPermission = "android.permission.";

/// One item of a list for people: the common prefix of permissions says nothing to them.
std::string_view short_name(std::string_view item) {
  return item.starts_with(kPermission) ? item.substr(kPermission.size()) : item;
}

/// Whether what follows `text` begins a sentence.
bool at_start(std::string_view text) {
  return text.empty() || text.ends_with(". ") || text.ends_with("? ") || text.ends_with("! ");
}

bool is_implied(std::string_view item) { return item.ends_with(" (implied)"); }

/// Permissions that Android adds by itself are left out beside those that the manifest names.
std::string join(const std::vector<std::string>& items, std::string_view between) {
  const bool named = !std::all_of(items.begin(), items.end(), is_implied);
  std::string out;
  for (const std::string& item : items) {
    if (named && is_implied(item)) continue;
    if (!out.empty()) out += between;
    out += short_name(item);
  }
  return out;
}

}  // namespace

findings::Bilingual Wording::fill(const findings::Bilingual& text,
                                  const std::vector<std::string>& open) const {
  return {fill(text.zh, Language::zh, open), fill(text.en, Language::en, open)};
}

std::string Wording::fill(std::string_view text, Language language,
                          const std::vector<std::string>& open) const {
  std::string out;
  while (!text.empty()) {
    const std::size_t start = text.find('{');
    out += text.substr(0, start);
    if (start == std::string_view::npos) break;
    std::size_t depth = 0;
    std::size_t end = start;
    for (; end < text.size(); ++end) {
      if (text[end] == '{') ++depth;
      if (text[end] == '}' && --depth == 0) break;
    }
    if (end == text.size()) break;  // an open brace at the end of a text is no place
    const std::string_view place = text.substr(start + 1, end - start - 1);
    const std::size_t before = out.size();
    const bool capital = place == "kind_name" && at_start(out);
    out += value(place, language, open);
    if (capital && before < out.size() && out[before] >= 'a' && out[before] <= 'z')
      out[before] = static_cast<char>(out[before] - 'a' + 'A');
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string Wording::value(std::string_view place, Language language,
                           const std::vector<std::string>& open) const {
  constexpr std::string_view kFact = "fact:";
  if (place == "kind") return std::string(kind_);
  if (place == "kind_name") {
    const catalog::Kind* kind = kinds_.find(kind_);
    if (kind == nullptr) return std::string(kind_);
    return language == Language::zh ? kind->name.zh : kind->name.en;
  }
  if (place == "asked_by") return shown(std::string(kind_) + ".asked_by", language);
  if (place == "reason") return reasons(open, language);
  if (place.starts_with(kFact))
    return shown(catalog::for_kind(place.substr(kFact.size()), kind_), language);
  return {};
}

std::string Wording::shown(std::string_view name, Language language) const {
  const Fact* fact = facts_.find(name);
  if (fact == nullptr) return texts_(language, "value.unknown");
  if (const auto* tri = std::get_if<Tri>(&fact->value))
    return texts_(language, "value." + std::string(findings::name(*tri)));
  if (const auto* text = std::get_if<std::string>(&fact->value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&fact->value)) return std::to_string(*number);
  return join(std::get<std::vector<std::string>>(fact->value), texts_(language, "list.between"));
}

std::string Wording::reasons(const std::vector<std::string>& open, Language language) const {
  std::vector<std::string> found;
  for (const std::string& name : open) {
    const Fact* fact = facts_.find(name);
    if (fact == nullptr || fact->reason.empty()) continue;
    std::string reason = texts_(language, fact->reason);
    if (std::find(found.begin(), found.end(), reason) == found.end())
      found.push_back(std::move(reason));
  }
  if (found.empty()) return texts_(language, "reason.none");
  return join(found, texts_(language, "reason.between"));
}

}  // namespace loanlint::rules
