// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_text.h"

#include <algorithm>

namespace loanlint::report {

std::string markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '\n':
      case '\r':
        out.push_back(' ');
        break;
      case '@':  // would notify somebody in a pull request
        out += "&#64;";
        break;
      default:
        if (std::string_view("\\`*_[]|#!~").find(c) != std::string_view::npos) out.push_back('\\');
        out.push_back(c);
    }
  }
  return out;
}

std::string markdown_code(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  std::string inside;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
    inside.push_back(c == '\n' || c == '\r' ? ' ' : c);
  }
  const std::string fence(longest + 1, '`');
  const bool padded = inside.starts_with('`') || inside.ends_with('`');
  return fence + (padded ? " " : "") + inside + (padded ? " " : "") + fence;
}

}  // namespace loanlint::report
