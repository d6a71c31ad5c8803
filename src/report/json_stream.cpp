// SPDX-License-Identifier: Apache-2.0
#include "report/json_stream.h"

#include <charconv>

#include "base/json_text.h"

namespace loanlint::report {
namespace {

template <typename Number>
void append_number(std::string& out, Number value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

}  // namespace

void JsonStream::new_line() {
  if (indent_ < 0) return;
  out_.push_back('\n');
  out_.append(open_.size() * static_cast<std::size_t>(indent_), ' ');
}

void JsonStream::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (open_.empty()) return;
  if (!first_) out_.push_back(',');
  first_ = false;
  new_line();
}

std::size_t JsonStream::start() {
  separate();
  after_key_ = true;
  return out_.size();
}

JsonStream& JsonStream::begin(char bracket) {
  separate();
  out_.push_back(bracket);
  open_.push_back(bracket == '{' ? '}' : ']');
  first_ = true;
  return *this;
}

JsonStream& JsonStream::end() {
  const char bracket = open_.back();
  open_.pop_back();
  if (!first_) new_line();
  first_ = false;
  out_.push_back(bracket);
  return *this;
}

JsonStream& JsonStream::key(std::string_view name) {
  separate();
  append_json(out_, name);
  out_ += indent_ < 0 ? ":" : ": ";
  after_key_ = true;
  return *this;
}

JsonStream& JsonStream::text(std::string_view value) {
  separate();
  append_json(out_, value);
  return *this;
}

JsonStream& JsonStream::flag(bool value) { return copy(value ? "true" : "false"); }

JsonStream& JsonStream::null() { return copy("null"); }

JsonStream& JsonStream::number(std::int64_t value) {
  separate();
  append_number(out_, value);
  return *this;
}

JsonStream& JsonStream::number(std::uint64_t value) {
  separate();
  append_number(out_, value);
  return *this;
}

JsonStream& JsonStream::copy(std::string_view written) {
  separate();
  out_ += written;
  return *this;
}

}  // namespace loanlint::report
