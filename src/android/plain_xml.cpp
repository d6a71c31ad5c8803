// SPDX-License-Identifier: Apache-2.0
#include "android/plain_xml.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <vector>

#include "android/attributes.h"
#include "base/error.h"
#include "base/printable.h"
#include "base/unicode.h"

namespace loanlint::android {
namespace {

constexpr std::string_view kDeclaration = "xmlns";

/// The source as UTF-8: a byte order mark tells UTF-16.
std::string as_utf8(std::string_view text) {
  if (text.starts_with("\xff\xfe")) return utf16le_to_utf8(as_bytes(text.substr(2)));
  if (text.starts_with("\xfe\xff")) {
    std::vector<std::uint8_t> swapped(text.begin() + 2, text.end());
    for (std::size_t i = 0; i + 1 < swapped.size(); i += 2) std::swap(swapped[i], swapped[i + 1]);
    return utf16le_to_utf8(swapped);
  }
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  return valid_utf8(text);
}

std::size_t line_of(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  return 1 + static_cast<std::size_t>(std::count(
                 text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

/// What the text of an attribute becomes when it is compiled.
ResValue typed_value(std::string_view text, std::uint32_t string) {
  if (text.starts_with("@")) {
    return text == "@null" ? ResValue{ValueType::null, 0} : ResValue{ValueType::reference, 0};
  }
  if (text == "true" || text == "false") {
    return {ValueType::boolean, text == "true" ? 0xffffffffu : 0};
  }
  const bool hex = text.starts_with("0x") || text.starts_with("0X");
  const std::string_view digits = hex ? text.substr(2) : text;
  std::int64_t number = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, hex ? 16 : 10);
  const bool whole = error == std::errc{} && end == digits.data() + digits.size();
  if (whole && number >= INT32_MIN && number <= UINT32_MAX) {
    return {hex ? ValueType::hexadecimal : ValueType::decimal, static_cast<std::uint32_t>(number)};
  }
  return {ValueType::string, string};
}

class PlainReader {
 public:
  PlainReader(std::string_view text, const Limits& limits)
      : source_(as_utf8(text)), limits_(limits) {
    out_.tree.form = XmlTree::Form::plain;
  }

  PlainXml read() {
    // Every node and attribute costs the parser memory many times its text.
    const auto nodes = static_cast<std::size_t>(
        std::count_if(source_.begin(), source_.end(), [](char c) { return c == '<' || c == '='; }));
    if (nodes > 2 * limits_.xml_nodes) {
      throw LimitError(
          0, "xml_nodes",
          "XML: more than " + std::to_string(limits_.xml_nodes) + " elements and attributes");
    }
    pugi::xml_document document;
    // parse_default without parse_doctype: entities that a document declares stay as they are.
    const pugi::xml_parse_result result = document.load_buffer(
        source_.data(), source_.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
      const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
      malformed(
          std::min(offset, source_.size()),
          "XML, line " + std::to_string(line_of(source_, offset)) + ": " + result.description());
    }
    walk(document.document_element());
    if (out_.tree.elements.empty()) malformed(0, "XML: no element");
    out_.printed.text = printable_lines(source_);
    return std::move(out_);
  }

 private:
  struct Scope {
    std::string prefix;
    std::string uri;
    std::uint32_t depth;
  };

  void walk(pugi::xml_node root) {
    std::uint32_t depth = 1;
    std::vector<std::uint32_t> open;
    for (pugi::xml_node node = root; node;) {
      if (node.type() == pugi::node_element) {
        while (!scopes_.empty() && scopes_.back().depth >= depth) scopes_.pop_back();
        open.resize(depth - 1);
        const std::uint32_t parent = open.empty() ? kNoParent : open.back();
        open.push_back(static_cast<std::uint32_t>(out_.tree.elements.size()));
        add(node, parent, depth);
      }
      if (node.first_child()) {
        node = node.first_child();
        ++depth;
        continue;
      }
      while (node && node != root && !node.next_sibling()) {
        node = node.parent();
        --depth;
      }
      if (!node || node == root) break;
      node = node.next_sibling();
    }
  }

  void add(pugi::xml_node node, std::uint32_t parent, std::uint32_t depth) {
    XmlTree& tree = out_.tree;
    for (const pugi::xml_attribute attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (!name.starts_with(kDeclaration)) continue;
      const std::string_view prefix =
          name.size() > kDeclaration.size() + 1 ? name.substr(kDeclaration.size() + 1) : "";
      if (!prefix.empty()) {
        tree.namespaces.push_back({tree.intern(prefix), tree.intern(attribute.value())});
      }
      scopes_.push_back({std::string(prefix), attribute.value(), depth});
    }
    XmlElement element;
    element.parent = parent;
    element.depth = depth;
    split_name(node.name(), true, element.ns, element.name);
    element.offset = static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    element.source_line = line(element.offset);
    element.first_attribute = static_cast<std::uint32_t>(tree.attribute_count());
    for (const pugi::xml_attribute attribute : node.attributes()) {
      if (!std::string_view(attribute.name()).starts_with(kDeclaration)) add_attribute(attribute);
    }
    element.attribute_count =
        static_cast<std::uint32_t>(tree.attribute_count()) - element.first_attribute;
    tree.elements.push_back(element);
    tree.sort_last_attributes();
    out_.printed.lines.push_back(element.source_line);
  }

  void add_attribute(pugi::xml_attribute source) {
    XmlTree& tree = out_.tree;
    XmlAttribute attribute;
    split_name(source.name(), false, attribute.ns, attribute.name);
    attribute.raw = tree.intern(source.value());
    attribute.value = {ValueType::string, attribute.raw};
    if (tree.text(attribute.ns) == kAndroidNamespace) {
      const FrameworkAttribute* known =
          find_framework_attribute(tree.text(attribute.name).value_or(""));
      if (known != nullptr) attribute.resource_id = known->id;
      if (known == nullptr || !known->text || *source.value() == '@') {
        attribute.value = typed_value(source.value(), attribute.raw);
      }
    }
    tree.add_attribute(attribute);
  }

  void split_name(std::string_view qualified, bool is_element, std::uint32_t& ns,
                  std::uint32_t& name) {
    const std::size_t colon = qualified.find(':');
    const std::string_view prefix =
        colon == std::string_view::npos ? "" : qualified.substr(0, colon);
    name = out_.tree.intern(qualified.substr(colon == std::string_view::npos ? 0 : colon + 1));
    // Attributes without a prefix have no namespace, whatever the default is.
    if (prefix.empty() && !is_element) return;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      if (scope->prefix != prefix) continue;
      if (!scope->uri.empty()) ns = out_.tree.intern(scope->uri);
      return;
    }
    // A prefix that nobody declared: the common one is meant.
    if (prefix == "android") ns = out_.tree.intern(kAndroidNamespace);
  }

  /// Lines are asked for in document order.
  std::uint32_t line(std::uint64_t offset) {
    const std::size_t end = std::min<std::size_t>(offset, source_.size());
    for (; counted_ < end; ++counted_) line_ += source_[counted_] == '\n' ? 1u : 0u;
    return line_;
  }

  std::string source_;
  const Limits& limits_;
  PlainXml out_;
  std::vector<Scope> scopes_;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

PlainXml read_plain_xml(std::string_view text, const Limits& limits) {
  return PlainReader(text, limits).read();
}

bool looks_like_plain_xml(std::string_view text) {
  if (text.starts_with("\xff\xfe<") || text.starts_with("\xfe\xff")) return true;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '<';
}

}  // namespace loanlint::android
