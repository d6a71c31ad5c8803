// SPDX-License-Identifier: Apache-2.0
#include "report/page.h"

#include "report/width.h"

namespace loanlint::report {
namespace {

std::string_view code(Paint paint) {
  switch (paint) {
    case Paint::bold:
      return "\x1b[1m";
    case Paint::dim:
      return "\x1b[2m";
    case Paint::red:
      return "\x1b[1;31m";
    case Paint::yellow:
      return "\x1b[33m";
    case Paint::green:
      return "\x1b[32m";
    case Paint::cyan:
      return "\x1b[36m";
    case Paint::plain:
      break;
  }
  return "";
}

}  // namespace

std::string Page::painted(std::string_view text, Paint paint) const {
  if (!colour_ || paint == Paint::plain || text.empty()) return std::string(text);
  std::string out(code(paint));
  out += text;
  out += "\x1b[0m";
  return out;
}

void Page::heading(std::string_view text) {
  blank();
  line(painted(text, Paint::bold));
}

void Page::line(std::string_view text) { out_ << text << '\n'; }

void Page::blank() { out_ << '\n'; }

void Page::item(std::string_view head, std::string_view text, Paint head_paint, Paint text_paint) {
  const std::size_t indent = columns(head);
  const std::size_t room = width_ > indent + 20 ? width_ - indent : 20;
  bool first = true;
  for (const std::string& piece : wrap(text, room)) {
    if (first) {
      out_ << painted(head, head_paint);
    } else {
      out_ << std::string(indent, ' ');
    }
    out_ << painted(piece, text_paint) << '\n';
    first = false;
  }
}

}  // namespace loanlint::report
