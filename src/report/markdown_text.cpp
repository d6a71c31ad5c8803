// SPDX-License-Identifier: Apache-2.0
#include "report/markdown_text.h"

#include <algorithm>

#include "base/escape.h"

namespace loanlint::report {

std::string markdown(std::string_view text) {
  // An @ would notify somebody in a pull request.
  static constexpr Escape kEscapes[] = {
      {'<', "&lt;"},  {'>', "&gt;"}, {'&', "&amp;"}, {'@', "&#64;"}, {'\n', " "},  {'\r', " "},
      {'\\', "\\\\"}, {'`', "\\`"},  {'*', "\\*"},   {'_', "\\_"},   {'[', "\\["}, {']', "\\]"},
      {'|', "\\|"},   {'#', "\\#"},  {'!', "\\!"},   {'~', "\\~"}};
  return escape(text, kEscapes);
}

std::string markdown_html(std::string_view text) {
  static constexpr Escape kEscapes[] = {
      {'<', "&lt;"}, {'>', "&gt;"}, {'&', "&amp;"}, {'@', "&#64;"}};
  return escape(text, kEscapes);
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
