// SPDX-License-Identifier: Apache-2.0
#include "support/axml_builder.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "support/byte_writer.h"

namespace loanlint::testing {
namespace {

constexpr std::uint32_t kNone = 0xffffffff;

/// Strings in the order of the pool: attribute names with an id first, as the resource map needs.
class Strings {
 public:
  std::uint32_t mapped(const std::string& name, std::uint32_t id) {
    for (std::size_t i = 0; i < ids_.size(); ++i) {
      if (ids_[i] == id && texts_[i] == name) return static_cast<std::uint32_t>(i);
    }
    if (closed_) throw std::logic_error("attribute name after the resource map");
    ids_.push_back(id);
    texts_.push_back(name);
    return static_cast<std::uint32_t>(ids_.size() - 1);
  }
  std::uint32_t plain(const std::string& text) {
    closed_ = true;
    const auto [at, added] = plain_.emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (added) texts_.push_back(text);
    return at->second;
  }
  const std::vector<std::string>& texts() const { return texts_; }
  const std::vector<std::uint32_t>& ids() const { return ids_; }

 private:
  std::vector<std::string> texts_;
  std::vector<std::uint32_t> ids_;
  std::map<std::string, std::uint32_t> plain_;
  bool closed_ = false;
};

void collect_names(const AxmlElement& element, Strings& strings) {
  for (const AxmlAttribute& attribute : element.attributes) {
    if (attribute.id != 0) strings.mapped(attribute.name, attribute.id);
  }
  for (const AxmlElement& child : element.children) collect_names(child, strings);
}

void write_node(ByteWriter& out, std::uint16_t type, std::uint16_t header_size, std::size_t body) {
  out.u16(type);
  out.u16(header_size);
  out.u32(header_size + body);
  out.u32(1);  // line
  out.u32(kNone);
  if (header_size > 16) out.zeros(header_size - 16u);
}

void write_attribute(ByteWriter& out, const AxmlAttribute& attribute, Strings& strings) {
  const bool is_string = attribute.type == 0x03;
  out.u32(attribute.ns_index ? *attribute.ns_index
          : attribute.ns     ? strings.plain(*attribute.ns)
                             : kNone);
  out.u32(attribute.id != 0 ? strings.mapped(attribute.name, attribute.id)
                            : strings.plain(attribute.name));
  out.u32(attribute.raw ? strings.plain(*attribute.raw)
          : is_string   ? strings.plain(attribute.text)
                        : kNone);
  out.u16(8);
  out.u8(0);
  out.u8(attribute.type);
  out.u32(is_string ? strings.plain(attribute.text) : attribute.data);
}

void write_element(ByteWriter& out, const AxmlElement& element, Strings& strings) {
  if (!element.raw.empty()) {
    out.bytes(element.raw);
    return;
  }
  const std::uint32_t ns = element.ns ? strings.plain(*element.ns) : kNone;
  const std::size_t count = element.attributes.size();
  const std::size_t body = element.attribute_start + count * element.attribute_size + element.tail;
  write_node(out, 0x0102, element.header_size, body);
  const std::size_t extension = out.size();
  out.u32(ns);
  out.u32(strings.plain(element.name));
  out.u16(element.attribute_start);
  out.u16(element.attribute_size);
  out.u16(element.attribute_count.value_or(static_cast<std::uint16_t>(count)));
  out.zeros(6);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t start = extension + element.attribute_start + i * element.attribute_size;
    if (start > out.size()) out.zeros(start - out.size());
    write_attribute(out, element.attributes[i], strings);
  }
  const std::size_t end = extension + body;
  if (end > out.size()) out.zeros(end - out.size());
  for (const AxmlElement& child : element.children) write_element(out, child, strings);
  if (!element.closed) return;
  write_node(out, 0x0103, 16, 8 + element.end_tail);
  out.u32(ns);
  out.u32(strings.plain(element.name));
  out.zeros(element.end_tail);
}

void write_namespace(ByteWriter& out, std::uint16_t type, const AxmlBuilder& doc,
                     Strings& strings) {
  write_node(out, type, 16, 8);
  out.u32(strings.plain(doc.prefix));
  out.u32(strings.plain(doc.uri));
}

void write_map(ByteWriter& out, const Strings& strings) {
  out.u16(0x0180);
  out.u16(8);
  out.u32(8 + 4 * strings.ids().size());
  for (const std::uint32_t id : strings.ids()) out.u32(id);
}

/// Writes the nodes, which fills `strings`.
std::vector<std::uint8_t> write_nodes(const AxmlBuilder& doc, Strings& strings) {
  collect_names(doc.root, strings);
  for (const AxmlElement& element : doc.after_end) collect_names(element, strings);
  ByteWriter out;
  if (doc.declare_namespace) write_namespace(out, 0x0100, doc, strings);
  write_element(out, doc.root, strings);
  for (const AxmlElement& element : doc.after_end) write_element(out, element, strings);
  if (!doc.end_chunk.empty()) {
    out.bytes(doc.end_chunk);
  } else if (doc.declare_namespace) {
    write_namespace(out, 0x0101, doc, strings);
  }
  return out.take();
}

}  // namespace

AxmlAttribute string_attribute(std::uint32_t id, std::string name, std::string text) {
  AxmlAttribute attribute;
  attribute.id = id;
  attribute.name = std::move(name);
  attribute.text = std::move(text);
  return attribute;
}

AxmlAttribute integer_attribute(std::uint32_t id, std::string name, std::uint32_t value) {
  AxmlAttribute attribute;
  attribute.id = id;
  attribute.name = std::move(name);
  attribute.type = 0x10;
  attribute.data = value;
  return attribute;
}

AxmlAttribute reference_attribute(std::uint32_t id, std::string name, std::uint32_t resource) {
  AxmlAttribute attribute = integer_attribute(id, std::move(name), resource);
  attribute.type = 0x01;
  return attribute;
}

AxmlAttribute plain_attribute(std::string name, std::string text) {
  AxmlAttribute attribute;
  attribute.name = std::move(name);
  attribute.text = std::move(text);
  attribute.ns = std::nullopt;
  return attribute;
}

AxmlElement uses_permission(std::string permission, std::string element) {
  AxmlElement out;
  out.name = std::move(element);
  out.attributes.push_back(string_attribute(0x01010003, "name", std::move(permission)));
  return out;
}

AxmlElement raw_bytes(std::vector<std::uint8_t> bytes) {
  AxmlElement element;
  element.raw = std::move(bytes);
  return element;
}

std::vector<std::uint8_t> unknown_chunk(std::uint16_t header_size, std::size_t body,
                                        std::uint16_t type) {
  ByteWriter out;
  out.u16(type);
  out.u16(header_size);
  out.u32(header_size + body);
  out.zeros(header_size - 8u + body);
  return out.take();
}

std::vector<std::uint8_t> cdata_chunk() {
  ByteWriter out;
  write_node(out, 0x0104, 16, 12);
  out.u32(0);
  out.u16(8);
  out.zeros(6);
  return out.take();
}

std::vector<std::uint8_t> nested_elements(std::size_t depth) {
  ByteWriter out;
  for (std::size_t i = 0; i < depth; ++i) {
    write_node(out, 0x0102, 16, 20);
    out.u32(kNone);
    out.u32(0);
    out.u16(20);
    out.u16(20);
    out.zeros(8);
  }
  for (std::size_t i = 0; i < depth; ++i) {
    write_node(out, 0x0103, 16, 8);
    out.u32(kNone);
    out.u32(0);
  }
  return out.take();
}

std::vector<std::uint8_t> AxmlBuilder::build() const {
  Strings strings;
  const std::vector<std::uint8_t> nodes = write_nodes(*this, strings);
  StringPoolBuilder filled = pool;
  filled.strings = strings.texts();

  ByteWriter out;
  out.u16(root_type);
  out.u16(root_header_size);
  out.u32(0);
  if (root_header_size > 8) out.zeros(root_header_size - 8u);
  out.bytes(before_pool);
  if (resource_map && map_before_pool) write_map(out, strings);
  out.bytes(filled.build());
  out.bytes(after_pool);
  if (resource_map && !map_before_pool) write_map(out, strings);
  out.bytes(nodes);
  out.set_u32(4,
              static_cast<std::uint64_t>(static_cast<std::int64_t>(out.size()) + more_root_size));
  out.bytes(after_root);
  return out.take();
}

std::uint32_t AxmlBuilder::index_of(const std::string& text) const {
  Strings strings;
  write_nodes(*this, strings);
  const auto at = std::find(strings.texts().begin(), strings.texts().end(), text);
  if (at == strings.texts().end()) throw std::logic_error("not in the pool: " + text);
  return static_cast<std::uint32_t>(at - strings.texts().begin());
}

AxmlBuilder ordinary_manifest() {
  AxmlElement action{.name = "action"};
  action.attributes = {string_attribute(0x01010003, "name", "android.intent.action.MAIN")};
  AxmlElement category{.name = "category"};
  category.attributes = {string_attribute(0x01010003, "name", "android.intent.category.LAUNCHER")};
  AxmlElement filter{.name = "intent-filter", .children = {action, category}};
  AxmlElement activity{.name = "activity", .children = {filter}};
  activity.attributes = {string_attribute(0x01010003, "name", ".Main")};
  AxmlElement application{.name = "application", .children = {activity}};
  application.attributes = {string_attribute(0x01010001, "label", "速借钱包")};
  AxmlElement uses_sdk{.name = "uses-sdk"};
  uses_sdk.attributes = {integer_attribute(0x0101020c, "minSdkVersion", 21),
                         integer_attribute(0x01010270, "targetSdkVersion", 30)};

  AxmlBuilder doc;
  doc.root.name = "manifest";
  doc.root.attributes = {integer_attribute(0x0101021b, "versionCode", 7),
                         string_attribute(0x0101021c, "versionName", "1.7"),
                         plain_attribute("package", "com.example.loan")};
  doc.root.children = {uses_sdk, uses_permission("android.permission.READ_CONTACTS"),
                       uses_permission("android.permission.READ_SMS"), application};
  return doc;
}

}  // namespace loanlint::testing
