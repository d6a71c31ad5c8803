// SPDX-License-Identifier: Apache-2.0
#include "android/element_reader.h"

#include "android/attributes.h"

namespace loanlint::android {
namespace {

// No name or label of a package is longer; a manifest may hold one long string many times.
constexpr std::size_t kLongestText = 4096;

constexpr std::string_view kToolsNamespace = "http://schemas.android.com/tools";

/// "@string/app_name", "${appName}": what a source manifest leaves to the build.
bool is_filled_by_build(std::string_view text) {
  return (text.starts_with('@') && text.find('/') != std::string_view::npos) ||
         text.find("${") != std::string_view::npos;
}

}  // namespace

std::string ElementReader::shortened(std::string_view text) {
  if (text.size() <= kLongestText) return std::string(text);
  std::size_t end = kLongestText;
  while (end > 0 && (static_cast<std::uint8_t>(text[end]) & 0xc0) == 0x80) --end;
  return std::string(text.substr(0, end));
}

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
  return shortened(*text);
}

ManifestText ElementReader::text(const XmlElement& element, std::uint32_t id) const {
  const XmlAttribute* attribute = find(element, id);
  if (attribute == nullptr) return {};
  if (attribute->value.is_reference() && attribute->value.data != 0) {
    return {"", attribute->value.data};
  }
  if (attribute->value.type == ValueType::null) return {};
  std::string text = shortened(tree_.value_text(*attribute));
  if (tree_.form == XmlTree::Form::plain && is_filled_by_build(text)) return {};
  return {std::move(text), 0};
}

bool ElementReader::is_removed_by_build(const XmlElement& element) const {
  if (tree_.form != XmlTree::Form::plain) return false;
  for (const XmlAttribute& attribute : tree_.attributes(element)) {
    if (tree_.text(attribute.ns) == kToolsNamespace && tree_.text(attribute.name) == "node") {
      const std::string_view node = tree_.text(attribute.raw).value_or("");
      return node == "remove" || node == "removeAll";
    }
  }
  return false;
}

std::string ElementReader::string(const XmlElement& element, std::uint32_t id) const {
  if (auto own = own_string(element, id)) return std::move(*own);
  const std::uint32_t resource = reference(element, id);
  if (resource == 0 || resources_ == nullptr) return "";
  return shortened(resources_->find_text(resource).value_or(""));
}

std::optional<ResValue> ElementReader::value(const XmlElement& element, std::uint32_t id) const {
  const XmlAttribute* attribute = find(element, id);
  if (attribute == nullptr) return std::nullopt;
  if (attribute->value.is_reference() && resources_ != nullptr) {
    return resources_->find(attribute->value.data);
  }
  return attribute->value;
}

std::optional<std::int64_t> ElementReader::integer(const XmlElement& element,
                                                   std::uint32_t id) const {
  const auto found = value(element, id);
  if (!found || !found->is_integer()) return std::nullopt;
  return static_cast<std::int32_t>(found->data);
}

bool ElementReader::boolean(const XmlElement& element, std::uint32_t id, bool otherwise) const {
  const auto found = value(element, id);
  if (!found || found->type == ValueType::null) return otherwise;
  if (found->is_integer()) return found->data != 0;
  const std::string text = string(element, id);
  if (found->type != ValueType::string) return otherwise;
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
    if (const auto raw = tree_.text(attribute.raw)) return shortened(*raw);
    if (attribute.value.type == ValueType::null) return std::nullopt;
    return shortened(tree_.value_text(attribute));
  }
  return std::nullopt;
}

std::string ElementReader::action_name(const XmlElement& element) const {
  for (const XmlAttribute& attribute : tree_.attributes(element)) {
    if (tree_.text(attribute.ns) != kAndroidNamespace) continue;
    if (tree_.lenient_text(attribute.name) != "name") continue;
    if (const auto raw = tree_.text(attribute.raw)) return shortened(*raw);
    break;
  }
  return string(element, attr::kName);
}

std::string ElementReader::class_name(const XmlElement& element, std::uint32_t id,
                                      std::string_view package) const {
  const std::string name = string(element, id);
  if (name.empty()) return name;
  if (name[0] == '.') return std::string(package) + name;
  if (name.find('.') == std::string::npos) return std::string(package) + "." + name;
  return name;
}

}  // namespace loanlint::android
