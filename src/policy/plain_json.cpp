// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "base/unicode.h"
#include "policy/plain.h"

namespace loanlint::policy {
namespace {

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Reads JSON strings wherever they stand; what is between them does not matter.
class StringScanner {
 public:
  explicit StringScanner(std::string_view json) : json_(json) {}

  /// Moves to the next string and reads it; false at the end.
  bool next(std::string& out) {
    at_ = json_.find('"', at_);
    if (at_ == std::string_view::npos) return false;
    ++at_;
    out.clear();
    while (at_ < json_.size() && json_[at_] != '"') {
      if (json_[at_] == '\\' && at_ + 1 < json_.size()) {
        ++at_;
        escape(out);
      } else {
        out.push_back(json_[at_++]);
      }
    }
    at_ = std::min(at_ + 1, json_.size());
    return true;
  }

  /// True when the string just read names a member.
  bool is_key() const {
    const std::size_t next = json_.find_first_not_of(" \t\r\n", at_);
    return next != std::string_view::npos && json_[next] == ':';
  }

 private:
  void escape(std::string& out) {
    const char c = json_[at_++];
    if (c == 'n' || c == 'r') {
      out.push_back('\n');
    } else if (c == 't') {
      out.push_back('\t');
    } else if (c == 'u') {
      append_utf8(out, unit());
    } else {
      out.push_back(c);
    }
  }

  char32_t four_digits() {
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
      if (at_ >= json_.size() || hex(json_[at_]) < 0) return 0xFFFD;
      value = value * 16 + static_cast<char32_t>(hex(json_[at_++]));
    }
    return value;
  }

  char32_t unit() {
    const char32_t first = four_digits();
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first > 0xDBFF || json_.substr(at_, 2) != "\\u") return 0xFFFD;
    at_ += 2;
    const char32_t second = four_digits();
    if (second < 0xDC00 || second > 0xDFFF) return 0xFFFD;
    return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
  }

  std::string_view json_;
  std::size_t at_ = 0;
};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

Plain read_json_strings(std::string_view json) {
  std::string lines;
  std::string value;
  StringScanner scanner(json);
  while (scanner.next(value)) {
    if (scanner.is_key() || value.empty()) continue;
    // A value that is markup itself is read as a page would be.
    if (value.find("</") != std::string::npos) value = read_html(value).text;
    lines += value;
    lines.push_back('\n');
  }
  return read_text(std::move(lines), false);
}

Format guess_format(std::string_view entry, Bytes bytes) {
  std::string name(entry);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (as_text(bytes).substr(0, 5) == "%PDF-") return Format::pdf;
  if (ends_with(name, ".docx")) return Format::docx;
  if (ends_with(name, ".md") || ends_with(name, ".markdown")) return Format::markdown;
  if (ends_with(name, ".json")) return Format::json;
  if (ends_with(name, ".html") || ends_with(name, ".htm") || ends_with(name, ".xhtml") ||
      ends_with(name, ".shtml") || ends_with(name, ".php")) {
    return Format::html;
  }
  if (ends_with(name, ".txt")) return Format::text;
  std::string head(as_text(bytes).substr(0, 512));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (const std::string_view sign :
       {"<!doctype", "<html", "<head", "<body", "<div", "<p>", "<h1", "<resources"}) {
    if (head.find(sign) != std::string::npos) return Format::html;
  }
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string::npos && (head[first] == '{' || head[first] == '[') &&
      head.find('"') != std::string::npos) {
    return Format::json;
  }
  return Format::text;
}

}  // namespace loanlint::policy
