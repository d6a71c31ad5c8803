// SPDX-License-Identifier: Apache-2.0
#include "code/value.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace loanlint::code {
namespace {

constexpr std::size_t kMostAlternatives = 4;

std::string common_prefix(const std::vector<std::string>& texts) {
  std::string prefix = texts.front();
  for (const std::string& text : texts) {
    const auto ends = std::mismatch(prefix.begin(), prefix.end(), text.begin(), text.end());
    prefix.erase(ends.first, prefix.end());
  }
  return prefix;
}

}  // namespace

bool operator<(const Value& a, const Value& b) {
  return std::tie(a.kind, a.open, a.site, a.mark, a.texts) <
         std::tie(b.kind, b.open, b.site, b.mark, b.texts);
}

bool is_builder_class(std::string_view klass) {
  return klass == "Ljava/lang/StringBuilder;" || klass == "Ljava/lang/StringBuffer;";
}

Value text_value(std::string text) {
  Value value;
  value.kind = Value::Kind::text;
  value.open = text.size() > kLongestText;
  if (value.open) text.resize(kLongestText);
  value.texts = {std::move(text)};
  return value;
}

bool has_text(const Value& value) {
  return value.kind == Value::Kind::text || value.kind == Value::Kind::builder;
}

void keep_few(Value& value) {
  std::sort(value.texts.begin(), value.texts.end());
  value.texts.erase(std::unique(value.texts.begin(), value.texts.end()), value.texts.end());
  if (value.texts.size() <= kMostAlternatives) return;
  value.texts = {common_prefix(value.texts)};
  value.open = true;
}

}  // namespace loanlint::code
