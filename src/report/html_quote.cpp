// SPDX-License-Identifier: Apache-2.0
#include "report/html_quote.h"

#include <algorithm>
#include <string>

namespace loanlint::report {
namespace {

constexpr std::uint32_t kLinesAround = 2;
constexpr std::size_t kBytesAround = 240;
constexpr std::size_t kExcerptBytes = 1200;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// `at`, moved back to the start of a code point.
std::size_t whole_before(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(text[at])) --at;
  return at;
}

std::string_view without_edges(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::string_view capped(std::string_view text) {
  return text.size() <= kExcerptBytes ? text : text.substr(0, whole_before(text, kExcerptBytes));
}

/// The name of the element that the excerpt starts: "<uses-permission".
std::string_view element_of(std::string_view excerpt) {
  excerpt = without_edges(excerpt);
  return excerpt.substr(0, excerpt.find_first_of(" \t\n/>"));
}

void numbered(Html& html, std::uint32_t number, std::string_view line, bool marked) {
  const auto row = html.open("span", {{"class", marked ? "line marked" : "line"}});
  html.leaf("span", std::to_string(number), {{"class", "number"}});
  if (marked) {
    html.leaf("mark", line);
  } else {
    html.text(line);
  }
}

}  // namespace

void write_excerpt(Html& html, std::string_view excerpt) {
  excerpt = without_edges(excerpt);
  if (excerpt.empty()) return;
  const auto block = html.open("pre", {{"translate", "no"}, {"tabindex", "0"}});
  html.lines(capped(excerpt));
  if (capped(excerpt).size() < excerpt.size()) html.text("…");
}

void write_manifest_lines(Html& html, std::string_view excerpt, std::uint32_t line,
                          const std::vector<std::string_view>& manifest) {
  const std::string_view element = element_of(excerpt);
  const bool there =
      line >= 1 && line <= manifest.size() &&
      (element.empty() || manifest[line - 1].find(element) != std::string_view::npos);
  if (!there) {
    write_excerpt(html, excerpt);
    return;
  }
  const std::uint32_t first = line > kLinesAround ? line - kLinesAround : 1;
  const auto last = static_cast<std::uint32_t>(
      std::min<std::size_t>(manifest.size(), std::size_t{line} + kLinesAround));
  const auto block = html.open("pre", {{"class", "lines"}, {"translate", "no"}, {"tabindex", "0"}});
  for (std::uint32_t i = first; i <= last; ++i) {
    numbered(html, i, capped(manifest[i - 1]), i == line);
  }
}

void write_sentence(Html& html, std::string_view excerpt, const findings::TextPlace& place,
                    std::string_view document) {
  const auto quote = html.open("blockquote", {{"lang", html_language(excerpt)}});
  const bool there = place.start < place.end && place.end <= document.size();
  if (!there) {
    html.leaf("mark", without_edges(capped(excerpt)));
    return;
  }
  const auto start = static_cast<std::size_t>(place.start);
  const auto end = static_cast<std::size_t>(place.end);
  const std::size_t from = whole_before(document, start - std::min(start, kBytesAround));
  const std::size_t to = whole_before(document, std::min(document.size(), end + kBytesAround));
  if (from > 0) html.text("…");
  html.lines(document.substr(from, start - from));
  {
    const auto mark = html.open("mark");
    html.lines(capped(document.substr(start, end - start)));
  }
  html.lines(document.substr(end, to - end));
  if (to < document.size()) html.text("…");
}

}  // namespace loanlint::report
