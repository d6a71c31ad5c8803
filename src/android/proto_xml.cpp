// SPDX-License-Identifier: Apache-2.0
#include "android/proto_xml.h"

#include "base/error.h"
#include "base/unicode.h"

namespace loanlint::android {
namespace {

// Field numbers of Resources.proto.
namespace node {
constexpr std::uint32_t kElement = 1;
constexpr std::uint32_t kSource = 3;
}  // namespace node
namespace element {
constexpr std::uint32_t kNamespace = 1;
constexpr std::uint32_t kUri = 2;
constexpr std::uint32_t kName = 3;
constexpr std::uint32_t kAttribute = 4;
constexpr std::uint32_t kChild = 5;
}  // namespace element
namespace attribute {
constexpr std::uint32_t kUri = 1;
constexpr std::uint32_t kName = 2;
constexpr std::uint32_t kValue = 3;
constexpr std::uint32_t kResourceId = 5;
constexpr std::uint32_t kItem = 6;
}  // namespace attribute
namespace item {
constexpr std::uint32_t kReference = 1;
constexpr std::uint32_t kString = 2;
constexpr std::uint32_t kRawString = 3;
constexpr std::uint32_t kStyledString = 4;
constexpr std::uint32_t kFile = 5;
constexpr std::uint32_t kPrimitive = 7;
}  // namespace item

/// The element inside a node, and the line the node claims.
struct Node {
  std::optional<WireField> element;
  std::uint32_t line = 0;
};

Node read_node(Cursor in) {
  Node out;
  while (const auto field = next_field(in)) {
    if (field->number == node::kElement && field->delimited) out.element = field;
    if (field->number == node::kSource && field->delimited) {
      Cursor source = field->message();
      while (const auto part = next_field(source)) {
        if (part->number == 1) out.line = static_cast<std::uint32_t>(part->integer);
      }
    }
  }
  return out;
}

std::string_view first_text(Cursor in) {
  while (const auto field = next_field(in)) {
    if (field->number == 1 && field->delimited) return field->text();
  }
  return "";
}

ResValue read_primitive(Cursor in) {
  ResValue value;
  while (const auto field = next_field(in)) {
    const auto data = static_cast<std::uint32_t>(field->integer);
    switch (field->number) {
      case 1:
        value = {ValueType::null, 0};
        break;
      case 2:
        value = {ValueType::null, 1};
        break;
      case 3:
        value = {ValueType::floating, data};
        break;
      case 6:
        value = {ValueType::decimal, data};
        break;
      case 7:
        value = {ValueType::hexadecimal, data};
        break;
      case 8:
        value = {ValueType::boolean, data != 0 ? 0xffffffffu : 0};
        break;
      case 9:
        value = {ValueType::color_argb8, data};
        break;
      case 10:
        value = {ValueType::color_rgb8, data};
        break;
      case 11:
        value = {ValueType::color_argb4, data};
        break;
      case 12:
        value = {ValueType::color_rgb4, data};
        break;
      case 13:
        value = {ValueType::dimension, data};
        break;
      case 14:
        value = {ValueType::fraction, data};
        break;
      default:
        break;
    }
  }
  return value;
}

ProtoItem read_reference(Cursor in) {
  ProtoItem out;
  out.value.type = ValueType::reference;
  while (const auto field = next_field(in)) {
    if (field->number == 1 && field->integer == 1) out.value.type = ValueType::attribute;
    if (field->number == 2) out.value.data = static_cast<std::uint32_t>(field->integer);
    if (field->number == 3 && field->delimited) out.text = field->text();
  }
  return out;
}

class ProtoReader {
 public:
  explicit ProtoReader(const Limits& limits) : limits_(limits) {
    tree_.form = XmlTree::Form::protobuf;
  }

  XmlTree read(Bytes bytes) {
    const Node root = read_node(Cursor(bytes));
    if (!root.element) malformed(0, "protobuf XML: no element");
    // A stack of our own: the depth is the file's choice.
    std::vector<Open> open;
    open.push_back(add(root, kNoParent, 1));
    while (!open.empty()) {
      const auto field = next_field(open.back().rest);
      if (!field) {
        open.pop_back();
        continue;
      }
      if (field->number != element::kChild || !field->delimited) continue;
      const Node child = read_node(field->message());
      if (!child.element) continue;
      if (tree_.elements.size() + tree_.attribute_count() > limits_.xml_nodes) {
        tree_.add_nodes_gap(field->offset, limits_);
        break;
      }
      open.push_back(add(child, open.back().index, static_cast<std::uint32_t>(open.size()) + 1));
    }
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t index;
    Cursor rest;
  };

  Open add(const Node& node, std::uint32_t parent, std::uint32_t depth) {
    XmlElement out;
    out.parent = parent;
    out.depth = depth;
    out.source_line = node.line;
    out.offset = node.element->offset;
    out.first_attribute = static_cast<std::uint32_t>(tree_.attribute_count());
    Cursor in = node.element->message();
    while (const auto field = next_field(in)) {
      if (!field->delimited) continue;
      if (field->number == element::kUri && !field->bytes.empty()) out.ns = string(field->text());
      if (field->number == element::kName) out.name = string(field->text());
      if (field->number == element::kNamespace) add_namespace(field->message());
      if (field->number == element::kAttribute) add_attribute(field->message());
    }
    out.attribute_count = static_cast<std::uint32_t>(tree_.attribute_count()) - out.first_attribute;
    const auto index = static_cast<std::uint32_t>(tree_.elements.size());
    tree_.elements.push_back(out);
    tree_.sort_last_attributes();
    return {index, node.element->message()};
  }

  std::uint32_t string(std::string_view text) { return tree_.intern(valid_utf8(text)); }

  void add_namespace(Cursor in) {
    XmlNamespace out;
    while (const auto field = next_field(in)) {
      if (field->number == 1) out.prefix = string(field->text());
      if (field->number == 2) out.uri = string(field->text());
    }
    tree_.namespaces.push_back(out);
  }

  void add_attribute(Cursor in) {
    XmlAttribute out;
    std::optional<ProtoItem> item;
    while (const auto field = next_field(in)) {
      switch (field->number) {
        case attribute::kUri:
          if (!field->bytes.empty()) out.ns = string(field->text());
          break;
        case attribute::kName:
          out.name = string(field->text());
          break;
        case attribute::kValue:
          out.raw = string(field->text());
          break;
        case attribute::kResourceId:
          out.resource_id = static_cast<std::uint32_t>(field->integer);
          break;
        case attribute::kItem:
          if (field->delimited) item = read_proto_item(field->message());
          break;
        default:
          break;
      }
    }
    if (!item) {
      // Text that the compiler left as it is.
      if (out.raw == kNoString) out.raw = string("");
      out.value = {ValueType::string, out.raw};
    } else {
      out.value = item->value;
      if (item->value.type == ValueType::string) out.value.data = string(item->text);
      if (item->value.is_reference() && item->value.data == 0 && out.raw == kNoString) {
        out.raw = string("@" + std::string(item->text));
      }
    }
    tree_.add_attribute(out);
  }

  const Limits& limits_;
  XmlTree tree_;
};

}  // namespace

ProtoItem read_proto_item(Cursor in) {
  ProtoItem out;
  while (const auto field = next_field(in)) {
    if (!field->delimited) continue;
    switch (field->number) {
      case item::kReference:
        out = read_reference(field->message());
        break;
      case item::kString:
      case item::kRawString:
      case item::kStyledString:
      case item::kFile:
        out = {{ValueType::string, 0}, first_text(field->message())};
        break;
      case item::kPrimitive:
        out = {read_primitive(field->message()), ""};
        break;
      default:
        break;
    }
  }
  return out;
}

XmlTree read_proto_xml(Bytes bytes, const Limits& limits) {
  return ProtoReader(limits).read(bytes);
}

}  // namespace loanlint::android
