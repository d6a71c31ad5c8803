// SPDX-License-Identifier: Apache-2.0
#include "android/xml_print.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/escape.h"
#include "base/printable.h"

namespace loanlint::android {
namespace {

constexpr std::uint32_t kDeepestIndent = 32;
constexpr std::uint32_t kDeepestPath = 64;
constexpr std::size_t kLongestValue = 8000;
constexpr std::size_t kLongestExcerptValue = 300;
constexpr std::size_t kLongestExcerpt = 500;
// One long string used by many elements must not multiply.
constexpr std::size_t kLongestDocument = std::size_t{32} << 20;

/// At most about `size` bytes of `text`, never ending inside a character.
std::string shortened(std::string_view text, std::size_t size) {
  if (text.size() <= size) return std::string(text);
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return std::string(text.substr(0, size)) + "…";
}

constexpr Escape kEscapes[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};

std::string escape(std::string_view text) { return loanlint::escape(printable(text), kEscapes); }

std::string value_of(const XmlTree& tree, const XmlAttribute& attribute,
                     const ResourceNamer& namer) {
  if (namer && attribute.value.is_reference() && attribute.value.data != 0) {
    const std::string name = namer(attribute.value.data);
    if (!name.empty()) return name;
  }
  return tree.value_text(attribute);
}

/// The attributes of `element`, each with a space before it; none is begun past `longest`.
std::string print_attributes(const XmlTree& tree, XmlNames& names, const XmlElement& element,
                             const ResourceNamer& namer, std::size_t longest_value,
                             std::size_t longest) {
  std::string out;
  const std::vector<std::string> all = names.attributes(element);
  const auto attributes = tree.attributes(element);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (out.size() > longest) return out + " …";
    const std::string value = value_of(tree, attributes[i], namer);
    out += " " + all[i] + "=\"" + escape(shortened(value, longest_value)) + "\"";
  }
  return out;
}

class Printer {
 public:
  Printer(const XmlTree& tree, const Limits& limits, const ResourceNamer& namer)
      : tree_(tree), limits_(limits), namer_(namer), names_(tree) {}

  PrintedXml print() {
    const std::vector<XmlElement>& elements = tree_.elements;
    printed_.lines.resize(elements.size(), 0);
    std::uint32_t index = 0;
    for (; index < elements.size() && !elements[index].after_end; ++index) {
      close_down_to(elements[index].depth);
      if (elements[index].depth > limits_.xml_depth || body_.size() > kLongestDocument) {
        skip();
        continue;
      }
      skipping_ = false;
      const bool leaf = index + 1 == elements.size() || elements[index + 1].parent != index;
      print_start(index, leaf ? "/>\n" : ">\n");
      if (!leaf) open_.push_back(index);
    }
    close_down_to(1);
    print_rest(index);
    std::string declared;
    for (const auto& [prefix, uri] : names_.used()) {
      declared += " xmlns:" + prefix + "=\"" + escape(uri) + "\"";
    }
    // The root comes last: only now are all namespaces known.
    printed_.text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root_name_ + declared + root_rest_ + body_;
    return std::move(printed_);
  }

 private:
  void print_start(std::uint32_t index, const char* end) {
    const XmlElement& element = tree_.elements[index];
    printed_.lines[index] = ++line_;
    std::string name = "<" + names_.element(element);
    std::string rest =
        print_attributes(tree_, names_, element, namer_, kLongestValue, std::string::npos) + end;
    if (index == 0) {
      root_name_ = std::move(name);
      root_rest_ = std::move(rest);
    } else {
      indent(element.depth);
      body_ += name + rest;
    }
  }

  void indent(std::uint32_t depth) {
    body_.append(std::size_t{2} * std::min(depth - 1, kDeepestIndent), ' ');
  }

  void close_down_to(std::uint32_t depth) {
    while (!open_.empty() && tree_.elements[open_.back()].depth >= depth) {
      const XmlElement& element = tree_.elements[open_.back()];
      open_.pop_back();
      ++line_;
      indent(element.depth);
      body_ += "</" + names_.element(element) + ">\n";
    }
  }

  void skip() {
    if (skipping_) return;
    skipping_ = true;
    ++line_;
    body_ += "<!-- elements are left out here: too deep, or too many -->\n";
  }

  /// What stands after the end: in a comment, because Android does not read it.
  void print_rest(std::uint32_t index) {
    if (index == tree_.elements.size()) return;
    body_ += "<!-- after the end of the document, not read by Android:\n";
    ++line_;
    for (; index < tree_.elements.size() && body_.size() <= kLongestDocument; ++index) {
      const std::size_t at = body_.size();
      print_start(index, "/>\n");
      // Two hyphens would end the comment.
      for (std::size_t i = at; (i = body_.find("--", i)) != std::string::npos;) body_[i + 1] = '_';
    }
    body_ += "-->\n";
    ++line_;
  }

  const XmlTree& tree_;
  const Limits& limits_;
  const ResourceNamer& namer_;
  XmlNames names_;
  PrintedXml printed_;
  std::string root_name_;
  std::string root_rest_;
  std::string body_;
  std::vector<std::uint32_t> open_;
  std::uint32_t line_ = 1;
  bool skipping_ = false;
};

}  // namespace

PrintedXml print_xml(const XmlTree& tree, const Limits& limits, const ResourceNamer& namer) {
  return Printer(tree, limits, namer).print();
}

XmlPlaces::XmlPlaces(const XmlTree& tree) : tree_(tree), names_(tree) {
  positions_.reserve(tree.elements.size());
  counts_.resize(tree.elements.size(), 0);
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> firsts;
  for (std::uint32_t i = 0; i < tree.elements.size(); ++i) {
    const XmlElement& element = tree.elements[i];
    const std::uint32_t first =
        firsts.try_emplace({element.parent, element.name, element.ns}, i).first->second;
    positions_.push_back({++counts_[first], first});
  }
}

std::string XmlPlaces::xpath(std::uint32_t index) {
  if (tree_.elements[index].depth > kDeepestPath) {
    return "//" + names_.element(tree_.elements[index]);
  }
  std::string path;
  for (std::uint32_t at = index; at != kNoParent; at = tree_.elements[at].parent) {
    std::string step = "/" + names_.element(tree_.elements[at]);
    if (counts_[positions_[at].first] > 1) {
      step += "[" + std::to_string(positions_[at].number) + "]";
    }
    path.insert(0, step);
  }
  return path;
}

std::string XmlPlaces::excerpt(std::uint32_t index) {
  const XmlElement& element = tree_.elements[index];
  return "<" + names_.element(element) +
         print_attributes(tree_, names_, element, nullptr, kLongestExcerptValue, kLongestExcerpt) +
         "/>";
}

}  // namespace loanlint::android
