// SPDX-License-Identifier: Apache-2.0
#include "app/category_facts.h"

#include <algorithm>
#include <utility>

#include "android/permission_requests.h"
#include "policy/normalise.h"

namespace loanlint::app {
namespace {

using catalog::SignalField;

/// What is quoted of a long text: the word with some characters around it, never half a character.
std::string around(const std::string& text, std::size_t at, std::size_t word_size) {
  constexpr std::size_t kAround = 60;
  const auto is_inside = [&text](std::size_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  std::size_t start = at > kAround ? at - kAround : 0;
  while (is_inside(start)) ++start;
  std::size_t end = std::min(text.size(), at + word_size + kAround);
  while (is_inside(end)) ++end;
  std::string excerpt = text.substr(start, end - start);
  std::replace(excerpt.begin(), excerpt.end(), '\n', ' ');
  return excerpt;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_of_name(char c) {
  return is_small(c) || is_capital(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '$';
}

/// "EasyLoan" as "Easy Loan", "GCash" as "G Cash".
std::string apart(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool starts_word =
        i > 0 && is_capital(name[i]) &&
        (is_small(name[i - 1]) || (is_capital(name[i - 1]) && i + 2 < name.size() &&
                                   is_small(name[i + 1]) && is_small(name[i + 2])));
    if (starts_word) out.push_back(' ');
    out.push_back(name[i]);
  }
  return out;
}

/// Names that people do not see: they can speak for a category, but say nothing by their silence.
bool is_makers_name(const CategoryText& text) {
  return text.in == SignalField::package || text.in == SignalField::component ||
         text.in == SignalField::sdk;
}

/// A text made comparable.
policy::Normalised comparable(const CategoryText& text) {
  // There are many of these, and words are found in them in either case.
  if (is_makers_name(text) && std::all_of(text.text.begin(), text.text.end(), is_of_name)) {
    policy::Normalised same;
    same.text = text.text;
    return same;
  }
  // A name counts as it is written and with its words apart.
  if (text.in == SignalField::label) return policy::normalise(text.text + "|" + apart(text.text));
  return policy::normalise(text.text);
}

std::string excerpt_of(const CategoryText& text, const policy::Normalised& compared,
                       const catalog::CategoryReason& reason) {
  if (text.in == SignalField::label) return text.text;
  const std::size_t at = std::min(compared.original(reason.at), text.text.size());
  return around(text.text, at, reason.word.size());
}

}  // namespace

std::vector<CategoryText> category_texts(const App& app, const android::Manifest* manifest,
                                         const std::vector<std::string>& names) {
  std::vector<CategoryText> texts;
  const auto add = [&texts](SignalField in, const std::string& text, std::string entry,
                            findings::Place where = {}) {
    if (!text.empty()) texts.push_back({in, text, std::move(entry), std::move(where)});
  };
  const std::string entry(android::kManifestEntry);
  for (const std::string& name : names)
    add(SignalField::label, name, entry, findings::NamedPlace{"label"});
  if (manifest != nullptr) {
    add(SignalField::package, manifest->package, entry, findings::NamedPlace{"package"});
    for (const android::Component& component : manifest->application.components) {
      add(SignalField::component, component.name, entry, findings::NamedPlace{component.name});
    }
  }
  for (const policy::Document& document : app.policy.documents) {
    if (document.counts) add(SignalField::policy, document.text, document.entry);
  }
  for (const std::string& sdk : app.code.sdks) add(SignalField::sdk, sdk, "classes.dex");
  return texts;
}

findings::Fact category_fact(const catalog::Categories& categories,
                             const std::vector<CategoryText>& texts, std::size_t evidence_kept) {
  findings::Fact fact;
  if (texts.empty()) {
    fact.reason = {"why.category-unknown", {}};
    return fact;
  }
  std::vector<policy::Normalised> compared;
  compared.reserve(texts.size());
  std::vector<catalog::SignalText> signals;
  signals.reserve(texts.size());
  for (const CategoryText& text : texts) {
    compared.push_back(comparable(text));
    signals.push_back({text.in, compared.back().text});
  }
  const catalog::Categorised found = categories.categorise(signals);
  fact.value = found.value;
  if (found.category.empty() && std::all_of(texts.begin(), texts.end(), is_makers_name)) {
    return {findings::Tri::unknown, {"why.category-unknown", {}}, {}};
  }
  if (found.category.empty()) {
    fact.reason = {"why.category-other", {}};
    return fact;
  }
  std::string words;
  for (const catalog::CategoryReason& reason : found.reasons) {
    if (reason.category != found.category || reason.signal->weight <= 0) continue;
    if (fact.evidence.size() == evidence_kept) break;
    const CategoryText& text = texts[reason.text];
    if (words.find(reason.word) == std::string::npos)
      words += (words.empty() ? "" : ", ") + reason.word;
    fact.evidence.push_back(
        {text.entry, text.where, excerpt_of(text, compared[reason.text], reason)});
  }
  fact.reason = {"why.category", {words}};
  return fact;
}

}  // namespace loanlint::app
