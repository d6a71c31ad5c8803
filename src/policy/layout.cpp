// SPDX-License-Identifier: Apache-2.0
#include "policy/layout.h"

#include <array>
#include <cctype>
#include <string>

#include "base/unicode.h"

namespace loanlint::policy {
namespace {

bool is_digit(char32_t c) { return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９'); }

bool is_chinese_digit(char32_t c) {
  return std::u32string_view(U"一二三四五六七八九十百零〇").find(c) != std::u32string_view::npos;
}

bool is_open(char32_t c) { return c == '(' || c == U'（' || c == U'【' || c == '['; }
bool is_close(char32_t c) { return c == ')' || c == U'）' || c == U'】' || c == ']'; }
bool is_point(char32_t c) { return c == '.' || c == U'．' || c == U'、'; }
bool is_bullet(char32_t c) {
  return std::u32string_view(U"•·●○■□◆◇▪▫►➢※–—-+*").find(c) != std::u32string_view::npos;
}

/// Walks the characters of a line.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : text_(text) {}
  char32_t peek() const { return at_ < text_.size() ? decode_utf8(text_, at_).value : U'\0'; }
  void next() { at_ += decode_utf8(text_, at_).size; }
  bool skip_if(bool (*is)(char32_t)) {
    if (at_ >= text_.size() || !is(peek())) return false;
    next();
    return true;
  }
  std::size_t skip_all(bool (*is)(char32_t)) {
    std::size_t count = 0;
    while (skip_if(is)) ++count;
    return count;
  }
  std::size_t at() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0; }
bool is_mark(char32_t c) { return c == '*' || c == '_' || c == '\\' || c == '>' || c == '#'; }

Style read_style(LineReader& in) {
  if (in.skip_if([](char32_t c) { return c == U'第'; })) {
    const bool number = in.skip_all(is_chinese_digit) + in.skip_all(is_digit) > 0;
    return number && in.skip_if([](char32_t c) {
      return c == U'条' || c == U'章' || c == U'節' || c == U'节' || c == U'條' || c == U'部';
    })
               ? Style::chapter
               : Style::none;
  }
  if (in.skip_if(is_open)) {
    in.skip_all(is_space);
    const std::size_t chinese = in.skip_all(is_chinese_digit);
    const std::size_t arabic = in.skip_all(is_digit);
    const std::size_t letters =
        chinese + arabic == 0
            ? (in.skip_if([](char32_t c) { return c >= 'a' && c <= 'z'; }) ? 1 : 0)
            : 0;
    in.skip_all(is_space);
    if (chinese + arabic + letters == 0 || !in.skip_if(is_close)) return Style::none;
    return chinese > 0 ? Style::part : Style::bracketed;
  }
  if (in.skip_all(is_chinese_digit) > 0) {
    return in.skip_if(is_point) || in.skip_if(is_space) ||
                   in.skip_if([](char32_t c) { return c == ':' || c == U'：'; })
               ? Style::chapter
               : Style::none;
  }
  if (in.skip_if([](char32_t c) { return c >= U'①' && c <= U'⒛'; })) return Style::circled;
  if (is_digit(in.peek())) {
    int parts = 0;
    bool point = false;
    while (in.skip_all(is_digit) > 0) {
      ++parts;
      in.skip_if([](char32_t c) { return c == '\\'; });
      point = in.skip_if(is_point);
      if (!point) break;
    }
    if (in.skip_if(is_close)) return Style::closed;
    if (parts == 1) return point ? Style::number : Style::none;
    return parts == 2 ? Style::two_levels : Style::three_levels;
  }
  if (in.peek() >= 'a' && in.peek() <= 'z') {
    in.next();
    if (in.skip_if(is_close)) return Style::letter;
    return in.skip_if(is_point) && is_space(in.peek()) ? Style::letter : Style::none;
  }
  if (in.skip_if(is_bullet)) return Style::bullet;
  return Style::none;
}

}  // namespace

Enumerator enumerator(std::string_view line) {
  LineReader in(line);
  while (in.skip_all(is_space) +
             (is_mark(in.peek()) && in.peek() != '*' ? in.skip_all(is_mark) : 0) >
         0) {
  }
  // "* item" is a bullet, "**bold**" is not.
  if (in.peek() == '*') {
    LineReader stars = in;
    const std::size_t count = stars.skip_all(is_mark);
    if (count > 1) in = stars;
  }
  Enumerator out;
  out.style = read_style(in);
  if (out.style == Style::none) return {};
  in.skip_all(is_space);
  out.size = in.at();
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    out += point.value >= 0x2E80 ? 2 : 1;
    at += point.size;
  }
  return out;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kEnds = {"。", "！", "？", "；", "：", ".",
                                                             "!",  "?",  ";",  ":",  "”",  "，"};
  text = trim(text);
  while (!text.empty() && (text.back() == '*' || text.back() == '_')) text.remove_suffix(1);
  for (const std::string_view end : kEnds) {
    if (text.size() >= end.size() && text.substr(text.size() - end.size()) == end) return true;
  }
  return false;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  while (!text.empty()) {
    if (kSpaces.find(text.front()) != std::string_view::npos) {
      text.remove_prefix(1);
    } else if (text.substr(0, 3) == "\u3000" || text.substr(0, 3) == "\uFEFF") {
      text.remove_prefix(3);
    } else if (text.substr(0, 2) == "\u00A0") {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  while (!text.empty()) {
    if (kSpaces.find(text.back()) != std::string_view::npos) {
      text.remove_suffix(1);
    } else if (text.size() >= 3 && text.substr(text.size() - 3) == "\u3000") {
      text.remove_suffix(3);
    } else if (text.size() >= 2 && text.substr(text.size() - 2) == "\u00A0") {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return text;
}

}  // namespace loanlint::policy
