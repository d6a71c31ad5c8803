// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "policy/layout.h"
#include "policy/plain.h"

namespace loanlint::policy {
namespace {

constexpr std::size_t kHeadingColumns = 60;
constexpr std::size_t kWrapColumns = 40;      // a shorter line was not broken for lack of room
constexpr std::size_t kWrapColumnsMax = 140;  // a longer one does not wrap at all

struct Line {
  std::size_t start;
  std::size_t end;  // without the line feed, trimmed
};

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> out;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view line = trim(text.substr(at, end - at));
    const std::size_t start =
        line.empty() ? at : static_cast<std::size_t>(line.data() - text.data());
    out.push_back({start, start + line.size()});
    at = end + 1;
  }
  return out;
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("=-_*# |:+") == std::string_view::npos;
}

bool is_row(std::string_view line) {
  return line.find('\t') != std::string_view::npos ||
         std::count(line.begin(), line.end(), '|') >= 2;
}

std::uint8_t markdown_level(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  return marks == std::string_view::npos || marks > 6 ? 0 : static_cast<std::uint8_t>(marks);
}

/// "第三章", "三、" or "（三）": numbers a heading where the line is short.
bool is_chapter(Style style) { return style == Style::chapter || style == Style::part; }

Block classify(std::string_view line, bool after_heading) {
  Block block;
  if (const std::uint8_t level = markdown_level(line)) {
    block.kind = BlockKind::heading;
    block.level = level;
  } else if (is_row(line)) {
    block.kind = BlockKind::row;
  } else {
    const Enumerator number = enumerator(line);
    const bool brief = columns(line) <= kHeadingColumns && !ends_sentence(line);
    const bool bold =
        line.substr(0, 2) == "**" && line.size() > 4 && line.substr(line.size() - 2) == "**";
    if (brief &&
        (is_chapter(number.style) || bold || (number.style == Style::none && !after_heading))) {
      block.kind = BlockKind::heading;
    } else if (number.style != Style::none) {
      block.kind = BlockKind::item;
    }
  }
  return block;
}

bool ends_in_comma(std::string_view line) {
  return line.ends_with("，") || line.ends_with(",") || line.ends_with("、");
}

/// True when the numbered `line` heads what `next` begins: "2.3 我们不收集的信息" over a list.
bool heads(std::string_view line, std::string_view next) {
  const Style style = enumerator(line).style;
  const Style below = enumerator(next).style;
  const bool deep = has_levels(style);
  const bool numbered = deep || (style >= Style::number && style <= Style::letter);
  const bool lower = below != style && !is_chapter(below) && (below != Style::none || deep);
  return numbered && lower && columns(line) <= kHeadingColumns && !ends_sentence(line) &&
         !ends_in_comma(line) && !next.empty() && markdown_level(next) == 0;
}

/// True when both start with the same two or more Chinese characters: "我们不…" under "我们不…" is
/// a list, not a sentence that goes on.
bool starts_alike(std::string_view line, std::string_view next) {
  constexpr std::size_t kTwoCharacters = 6;
  return static_cast<unsigned char>(line.front()) >= 0xE3 && next.size() > kTwoCharacters &&
         line.substr(0, kTwoCharacters) == next.substr(0, kTwoCharacters);
}

/// True when `next` goes on with the sentence that `line` broke off.
bool continues(std::string_view line, std::string_view next) {
  const std::size_t width = columns(line);
  return width >= kWrapColumns && width <= kWrapColumnsMax &&
         (!ends_sentence(line) || ends_in_comma(line)) && !is_row(line) &&
         markdown_level(line) == 0 && enumerator(next).style == Style::none && !is_row(next) &&
         !is_rule(next) && next.front() != '#' && next.front() != '>' && !starts_alike(line, next);
}

}  // namespace

Plain read_text(std::string text, bool markdown) {
  Plain out;
  out.text = std::move(text);
  const std::string_view all = out.text;
  const std::vector<Line> lines = split_lines(all);
  bool after_bare_heading = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t start = lines[i].start;
    std::size_t end = lines[i].end;
    if (start == end || is_rule(all.substr(start, end - start))) continue;
    while (i + 1 < lines.size() && lines[i + 1].start < lines[i + 1].end &&
           continues(all.substr(lines[i].start, lines[i].end - lines[i].start),
                     all.substr(lines[i + 1].start, lines[i + 1].end - lines[i + 1].start))) {
      end = lines[++i].end;
    }
    Block block = classify(all.substr(start, end - start), after_bare_heading);
    after_bare_heading = block.kind == BlockKind::heading && block.level == 0 &&
                         !is_chapter(enumerator(all.substr(start, end - start)).style);
    if (markdown && block.kind == BlockKind::heading && out.title.empty()) {
      out.title = std::string(all.substr(start, end - start));
    }
    std::size_t below = i + 1;
    while (below < lines.size() && lines[below].start == lines[below].end) ++below;
    block.heads = block.kind == BlockKind::item && below < lines.size() &&
                  heads(all.substr(start, end - start),
                        all.substr(lines[below].start, lines[below].end - lines[below].start));
    block.start = start;
    block.end = end;
    out.blocks.push_back(block);
  }
  return out;
}

}  // namespace loanlint::policy
