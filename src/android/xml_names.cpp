// SPDX-License-Identifier: Apache-2.0
#include "android/xml_names.h"

#include <algorithm>
#include <cstdio>

#include "android/attributes.h"
#include "base/printable.h"

namespace loanlint::android {
namespace {

constexpr std::string_view kAppNamespace = "http://schemas.android.com/apk/res-auto";
constexpr std::size_t kLongestName = 128;
constexpr std::size_t kLongestUri = 200;
constexpr std::uint32_t kFrameworkPackage = 0x01;

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

bool is_name_char(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// True for a name that XML and a reader can take as it is.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.size() <= kLongestName && is_name_start(name[0]) &&
         std::all_of(name.begin(), name.end(), is_name_char) && printable(name) == name;
}

/// `name` with what XML cannot take in a name replaced, so that it can be written at all.
std::string writable_name(std::string_view name) {
  if (is_plain_name(name)) return std::string(name);
  std::string out = "_";
  for (const char c : name.substr(0, kLongestName)) {
    out.push_back(is_name_char(c) && (c & 0x80) == 0 ? c : '_');
  }
  return out;
}

std::string numbered_name(std::uint32_t resource_id) {
  char text[16];
  std::snprintf(text, sizeof text, "_0x%08x", resource_id);
  return text;
}

}  // namespace

XmlNames::XmlNames(const XmlTree& tree) : tree_(tree) {
  prefixes_.emplace(kAndroidNamespace, "android");
  prefixes_.emplace(kAppNamespace, "app");
  for (const XmlNamespace& declared : tree.namespaces) {
    const auto uri = tree.text(declared.uri);
    const auto prefix = tree.text(declared.prefix);
    if (!uri || !prefix || prefixes_.contains(*uri)) continue;
    const bool taken = std::any_of(prefixes_.begin(), prefixes_.end(),
                                   [&](const auto& known) { return known.second == *prefix; });
    if (!taken && is_plain_name(*prefix) && prefix->size() <= 32 && !prefix->starts_with("xml") &&
        !prefix->starts_with("ns")) {
      prefixes_.emplace(*uri, *prefix);
    }
  }
}

std::string XmlNames::prefix_of(std::string_view uri) {
  auto known = prefixes_.find(uri);
  if (known == prefixes_.end()) {
    known = prefixes_.emplace(uri, "ns" + std::to_string(prefixes_.size() - 1)).first;
  }
  if (!used_.contains(known->second)) {
    std::string shown = printable(uri.substr(0, kLongestUri));
    if (uri.size() > kLongestUri) shown += "…";
    used_.emplace(known->second, std::move(shown));
  }
  return known->second + ":";
}

std::string XmlNames::element(const XmlElement& element) {
  const std::string name = writable_name(tree_.lenient_text(element.name).value_or(""));
  const auto uri = tree_.text(element.ns);
  return uri && !uri->empty() ? prefix_of(*uri) + name : name;
}

std::string XmlNames::attribute(const XmlAttribute& attribute) {
  const auto own_name = tree_.lenient_text(attribute.name);
  if ((attribute.resource_id >> 24) == kFrameworkPackage) {
    const FrameworkAttribute* known = find_framework_attribute(attribute.resource_id);
    if (known != nullptr) return prefix_of(kAndroidNamespace) + std::string(known->name);
    return prefix_of(kAndroidNamespace) + (own_name && is_plain_name(*own_name)
                                               ? std::string(*own_name)
                                               : numbered_name(attribute.resource_id));
  }
  const auto uri = tree_.text(attribute.ns);
  if (attribute.resource_id != 0) {
    const bool foreign = uri && !uri->empty() && *uri != kAndroidNamespace;
    return prefix_of(foreign ? *uri : kAppNamespace) + (own_name && is_plain_name(*own_name)
                                                            ? std::string(*own_name)
                                                            : numbered_name(attribute.resource_id));
  }
  const std::string name = writable_name(own_name.value_or(""));
  // Android reads its attributes by id alone: one without an id must not look like one of them.
  if (!uri || uri->empty() || *uri == kAndroidNamespace) return name;
  return prefix_of(*uri) + name;
}

std::vector<std::string> XmlNames::attributes(const XmlElement& element) {
  std::vector<std::string> names;
  names.reserve(element.attribute_count);
  // Elements have few attributes; only a hostile one makes looking through them worth a set.
  std::map<std::string, std::size_t> seen;
  for (const XmlAttribute& one : tree_.attributes(element)) {
    std::string name = attribute(one);
    const std::size_t times = ++seen[name];
    if (times > 1) name += "_" + std::to_string(times);
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace loanlint::android
