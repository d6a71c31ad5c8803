// SPDX-License-Identifier: Apache-2.0
#include "report/html_writer.h"

#include <algorithm>
#include <array>

#include "base/escape.h"
#include "base/printable.h"
#include "base/unicode.h"

namespace loanlint::report {
namespace {

/// Elements after which a line break changes nothing that is seen: the source stays readable.
bool stands_alone(std::string_view name) {
  constexpr std::array<std::string_view, 20> kBlocks{
      "article", "section", "header", "footer", "nav", "div", "p",  "ul",    "ol",    "li",
      "table",   "thead",   "tbody",  "tr",     "h1",  "h2",  "h3", "style", "title", "head"};
  for (const std::string_view block : kBlocks) {
    if (block == name) return true;
  }
  return false;
}

}  // namespace

std::string escape_html(std::string_view text) {
  static constexpr Escape kEscapes[] = {
      {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\'', "&#39;"}};
  return escape(text, kEscapes);
}

std::string_view html_language(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const char32_t c = point.value;
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) return "zh-Hans";
    at += point.size;
  }
  return "en";
}

Html::Element::~Element() { html_->end(name_); }

void Html::start(std::string_view name, Attributes attributes) {
  out_ << '<' << name;
  for (const Attribute& attribute : attributes) {
    out_ << ' ' << attribute.name << "=\"" << escape_html(printable(attribute.value)) << '"';
  }
  out_ << '>';
}

void Html::end(std::string_view name) {
  out_ << "</" << name << '>';
  if (stands_alone(name)) out_ << '\n';
}

Html::Element Html::open(std::string_view name, Attributes attributes) {
  start(name, attributes);
  return Element(*this, name);
}

void Html::leaf(std::string_view name, std::string_view content, Attributes attributes) {
  const Element element = open(name, attributes);
  text(content);
}

void Html::lone(std::string_view name, Attributes attributes) { start(name, attributes); }

void Html::text(std::string_view text) { out_ << escape_html(printable(text)); }

void Html::identifier(std::string_view name) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("._"), name.size() - 1) + 1;
    text(name.substr(0, end));
    name.remove_prefix(end);
    if (!name.empty()) lone("wbr");
  }
}

void Html::lines(std::string_view text) { out_ << escape_html(printable_lines(text)); }

}  // namespace loanlint::report
