// SPDX-License-Identifier: Apache-2.0
#include "app/script_strings.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/unicode.h"

namespace loanlint::app {
namespace {

bool is_name_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$';
}

/// After these words a slash starts a regular expression; after any other it divides.
bool is_operator_word(std::string_view word) {
  constexpr std::array<std::string_view, 10> kWords{"return", "typeof", "case",  "in",  "of",
                                                    "delete", "void",   "throw", "new", "else"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Something that people read: not a key, a class of a style sheet or a path.
bool is_prose(std::string_view text) {
  return text.find(' ') != std::string_view::npos ||
         std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

class Reader {
 public:
  explicit Reader(std::string_view script) : script_(script) {}

  std::vector<ScriptString> run() {
    while (at_ < script_.size()) {
      const char c = script_[at_];
      if (c == '"' || c == '\'') {
        quoted(c);
      } else if (c == '`') {
        ++at_;
        template_text();
      } else if (c == '/') {
        slash();
      } else if (is_name_char(c)) {
        word();
      } else if (c == '{' && !templates_.empty()) {
        ++templates_.back();
        sign(c);
      } else if (c == '}' && !templates_.empty()) {
        close_brace();
      } else {
        sign(c);
      }
    }
    return std::move(strings_);
  }

 private:
  void sign(char c) {
    if (std::isspace(static_cast<unsigned char>(c)) == 0) divides_ = c == ')' || c == ']';
    ++at_;
  }

  void word() {
    const std::size_t start = at_;
    while (at_ < script_.size() && is_name_char(script_[at_])) ++at_;
    divides_ = !is_operator_word(script_.substr(start, at_ - start));
  }

  void slash() {
    const char next = at_ + 1 < script_.size() ? script_[at_ + 1] : ' ';
    if (next == '/') {
      at_ = std::min(script_.find('\n', at_), script_.size());
    } else if (next == '*') {
      const std::size_t end = script_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? script_.size() : end + 2;
    } else if (divides_) {
      sign('/');
    } else {
      regular_expression();
    }
  }

  void regular_expression() {
    bool in_class = false;
    for (++at_; at_ < script_.size() && script_[at_] != '\n'; ++at_) {
      const char c = script_[at_];
      if (c == '\\') {
        ++at_;
      } else if (c == '[') {
        in_class = true;
      } else if (c == ']') {
        in_class = false;
      } else if (c == '/' && !in_class) {
        ++at_;
        break;
      }
    }
    divides_ = true;
  }

  void quoted(char quote) {
    const std::size_t start = at_++;
    std::string text;
    while (at_ < script_.size() && script_[at_] != quote) {
      if (script_[at_] == '\n') return;  // without its end the quote was none
      character(text);
    }
    at_ = std::min(at_ + 1, script_.size());
    divides_ = true;
    const std::size_t next = script_.find_first_not_of(" \t\r\n", at_);
    const bool key = next != std::string_view::npos && script_[next] == ':' && before_is_key(start);
    if (!key) keep(std::move(text), start);
  }

  /// What stands before a key is the brace or the comma of its object.
  bool before_is_key(std::size_t start) const {
    const std::size_t before =
        start == 0 ? std::string_view::npos : script_.find_last_not_of(" \t\r\n", start - 1);
    return before != std::string_view::npos && (script_[before] == '{' || script_[before] == ',');
  }

  /// From after the backtick, or after an expression's brace, to the next expression or the end.
  void template_text() {
    const std::size_t start = at_;
    std::string text;
    while (at_ < script_.size() && script_[at_] != '`') {
      if (script_.substr(at_, 2) == "${") {
        at_ += 2;
        templates_.push_back(0);
        divides_ = false;
        keep(std::move(text), start);
        return;
      }
      character(text);
    }
    at_ = std::min(at_ + 1, script_.size());
    divides_ = true;
    keep(std::move(text), start);
  }

  void close_brace() {
    if (templates_.back() > 0) {
      --templates_.back();
      sign('}');
      return;
    }
    templates_.pop_back();
    ++at_;
    template_text();
  }

  /// One character of a string, escapes resolved.
  void character(std::string& text) {
    const char c = script_[at_++];
    if (c != '\\' || at_ == script_.size()) {
      text.push_back(c);
      return;
    }
    const char escaped = script_[at_++];
    switch (escaped) {
      case 'n':
      case 'r':
        text.push_back('\n');
        break;
      case 't':
        text.push_back(' ');
        break;
      case 'u':
        unicode(text);
        break;
      case 'x':
        append_utf8(text, digits(2));
        break;
      case '\n':
        break;
      default:
        text.push_back(escaped);
    }
  }

  void unicode(std::string& text) {
    if (at_ < script_.size() && script_[at_] == '{') {
      const std::size_t end = script_.find('}', at_);
      const std::size_t size = end == std::string_view::npos ? 0 : end - at_ - 1;
      ++at_;
      append_utf8(text, size > 0 && size <= 6 ? digits(size) : 0xFFFD);
      if (size > 0 && size <= 6) ++at_;
      return;
    }
    const char32_t first = digits(4);
    if (first < 0xD800 || first > 0xDFFF) return append_utf8(text, first);
    if (first > 0xDBFF || script_.substr(at_, 2) != "\\u") return append_utf8(text, 0xFFFD);
    at_ += 2;
    const char32_t second = digits(4);
    const bool pair = second >= 0xDC00 && second <= 0xDFFF;
    append_utf8(text, pair ? 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00) : 0xFFFD);
  }

  /// `count` hexadecimal digits; U+FFFD where there are fewer.
  char32_t digits(std::size_t count) {
    char32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const int digit = at_ < script_.size() ? hexadecimal(script_[at_]) : -1;
      if (digit < 0) return 0xFFFD;
      value = value * 16 + static_cast<char32_t>(digit);
      ++at_;
    }
    return value <= 0x10FFFF ? value : 0xFFFD;
  }

  static int hexadecimal(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  }

  void keep(std::string text, std::size_t start) {
    if (is_prose(text)) strings_.push_back({std::move(text), start, at_});
  }

  std::string_view script_;
  std::size_t at_ = 0;
  bool divides_ = false;                // a slash here would divide
  std::vector<std::size_t> templates_;  // open template expressions: braces open in each
  std::vector<ScriptString> strings_;
};

}  // namespace

std::vector<ScriptString> read_script_strings(std::string_view script) {
  return Reader(script).run();
}

}  // namespace loanlint::app
