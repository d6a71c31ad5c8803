// SPDX-License-Identifier: Apache-2.0
#include "android/element_reader.h"

namespace loanlint::android {
namespace {

// No name or label of a package is longer; a manifest may hold one long string many times.
constexpr std::size_t kLongestText = 4096;

}  // namespace

const XmlAttribute* ElementReader::find(const XmlElement& element, std::uint32_t id) const {
  for (const XmlAttribute& attribute : tree_.attributes(element)) {
    if (attribute.resource_id >= id) return attribute.resource_id == id ? &attribute : nullptr;
  }
  return nullptr;
}

std::optional<std::string> ElementReader::own_string(const XmlElement& element,
                                                     std::uint32_t id) const {
  const XmlAttribute* attribute = find(element, id);
  if (attribute == nullptr || attribute->value.type != ValueType::string) return std::nullopt;
  const auto text = tree_.text(attribute->value.data);
  if (!text) return std::nullopt;
  return std::string(text->substr(0, kLongestText));
}

ManifestText ElementReader::text(const XmlElement& element, std::uint32_t id) const {
  const XmlAttribute* attribute = find(element, id);
  if (attribute == nullptr) return {};
  if (attribute->value.is_reference() && attribute->value.data != 0) {
    return {"", attribute->value.data};
  }
  if (attribute->value.type == ValueType::null) return {};
  return {tree_.value_text(*attribute).substr(0, kLongestText), 0};
}

std::optional<std::int64_t> ElementReader::integer(const XmlElement& element,
                                                   std::uint32_t id) const {
  const XmlAttribute* attribute = find(element, id);
  if (attribute == nullptr || !attribute->value.is_integer()) return std::nullopt;
  return static_cast<std::int32_t>(attribute->value.data);
}

bool ElementReader::boolean(const XmlElement& element, std::uint32_t id, bool otherwise) const {
  const XmlAttribute* attribute = find(element, id);
  if (attribute == nullptr || attribute->value.type == ValueType::null) return otherwise;
  if (attribute->value.is_integer()) return attribute->value.data != 0;
  if (attribute->value.type != ValueType::string) return otherwise;
  const std::string_view text = tree_.text(attribute->value.data).value_or("");
  return text == "true" || text == "TRUE" || text == "1";
}

std::uint32_t ElementReader::reference(const XmlElement& element, std::uint32_t id) const {
  const XmlAttribute* attribute = find(element, id);
  return attribute != nullptr && attribute->value.is_reference() ? attribute->value.data : 0;
}

std::optional<std::string> ElementReader::named(const XmlElement& element,
                                                std::string_view name) const {
  for (const XmlAttribute& attribute : tree_.attributes(element)) {
    if (tree_.text(attribute.ns) || tree_.lenient_text(attribute.name) != name) continue;
    // The source text comes first here, unlike anywhere else.
    if (const auto raw = tree_.text(attribute.raw))
      return std::string(raw->substr(0, kLongestText));
    if (attribute.value.type == ValueType::null) return std::nullopt;
    return tree_.value_text(attribute).substr(0, kLongestText);
  }
  return std::nullopt;
}

std::string ElementReader::class_name(const XmlElement& element, std::uint32_t id,
                                      std::string_view package) const {
  const std::string name = own_string(element, id).value_or("");
  if (name.empty()) return name;
  if (name[0] == '.') return std::string(package) + name;
  if (name.find('.') == std::string::npos) return std::string(package) + "." + name;
  return name;
}

}  // namespace loanlint::android
