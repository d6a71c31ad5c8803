// SPDX-License-Identifier: Apache-2.0
#include "catalog/members.h"

#include "base/error.h"

namespace loanlint::catalog {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// Just past the string that starts at `at`.
std::size_t skip_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

/// Just past the value that starts at `at`.
std::size_t skip_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '"') {
      at = skip_string(text, at);
      if (depth == 0) return at;
      continue;
    }
    if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (depth == 0) return at;  // the end of the object around a number or a word
      if (--depth == 0) return at + 1;
    } else if (c == ',' && depth == 0) {
      return at;
    }
    ++at;
  }
  return text.size();
}

}  // namespace

std::map<std::string_view, std::string_view, std::less<>> raw_members(std::string_view text) {
  std::map<std::string_view, std::string_view, std::less<>> found;
  std::size_t at = text.find('{');
  while (at < text.size()) {
    const std::size_t key = text.find_first_of("\"}", at + 1);
    if (key == std::string_view::npos || text[key] == '}') break;
    const std::size_t key_end = skip_string(text, key);
    const std::size_t colon = text.find(':', key_end);
    if (colon == std::string_view::npos) break;
    const std::size_t value = text.find_first_not_of(kSpace, colon + 1);
    if (value == std::string_view::npos) break;
    const std::size_t end = skip_value(text, value);
    if (key_end > text.size() || end > text.size()) break;
    found.emplace(text.substr(key + 1, key_end - key - 2), text.substr(value, end - value));
    at = text.find_first_of(",}", end);
    if (at == std::string_view::npos || text[at] == '}') break;
  }
  return found;
}

Members::Members(const RuleFile& file, Reading reading) : shown_(file.shown) {
  if (reading == Reading::lazy) {
    raw_ = raw_members(file.text);
    return;
  }
  root_ = Node::parse(file);
  if (!root_->is_object()) root_->fail("expected an object");
}

bool Members::has(std::string_view key) const {
  return root_ ? root_->has(key) : raw_.find(key) != raw_.end();
}

Node Members::at(std::string_view key) const {
  if (root_) return root_->at(key);
  const auto found = raw_.find(key);
  if (found == raw_.end()) fail("\"" + std::string(key) + "\" is missing");
  return Node::parse_proved(found->second, shown_);
}

std::optional<Node> Members::find(std::string_view key) const {
  if (!has(key)) return std::nullopt;
  return at(key);
}

void Members::only(std::initializer_list<std::string_view> keys) const {
  if (root_) root_->only(keys);
}

void Members::fail(const std::string& problem) const {
  if (root_) root_->fail(problem);
  throw UsageError(shown_ + ": " + problem);
}

}  // namespace loanlint::catalog
