// SPDX-License-Identifier: Apache-2.0
#include "android/xml_tree.h"

#include <algorithm>

#include "base/error.h"

namespace loanlint::android {
namespace {}  // namespace

std::optional<std::string_view> XmlTree::text(std::uint32_t index) const {
  if (index == kNoString) return std::nullopt;
  if (form != Form::binary) {
    if (index >= own_.size()) return std::nullopt;
    return own_[index];
  }
  const auto place = pool_.place(index);
  if (!place) return std::nullopt;
  auto [at, fresh] = decoded_.try_emplace(*place);
  if (fresh) {
    at->second = pool_.find(index);
    check_work();
  }
  if (!at->second) return std::nullopt;
  return *at->second;
}

std::optional<std::string_view> XmlTree::lenient_text(std::uint32_t index) const {
  if (const auto exact = text(index); exact || form != Form::binary) return exact;
  const auto place = pool_.place(index);
  if (!place) return std::nullopt;
  auto [at, fresh] = lenient_.try_emplace(*place);
  if (fresh) {
    at->second = pool_.find_lenient(index);
    check_work();
  }
  if (!at->second) return std::nullopt;
  return *at->second;
}

void XmlTree::check_work() const {
  if (pool_.work() > most_decoded(pool_.chunk().size)) {
    throw LimitError(pool_.chunk().offset, "strings",
                     "string pool: strings overlap and decode to more than " +
                         std::to_string(kDecodedPerByte) + " times its size");
  }
}

std::string_view XmlTree::name(const XmlElement& element) const {
  if (const auto exact = text(element.name)) return *exact;
  return name_is_refused(element) ? lenient_text(element.name).value_or("") : "";
}

bool XmlTree::name_is_refused(const XmlElement& element) const {
  return form == Form::binary && !pool_.is_utf8() && !text(element.name);
}

std::string XmlTree::value_text(const XmlAttribute& attribute) const {
  if (attribute.value.type == ValueType::string) {
    return std::string(text(attribute.value.data).value_or(""));
  }
  // Source trees name what they refer to; there is no number yet.
  if (attribute.value.is_reference() && attribute.value.data == 0 && form != Form::binary) {
    if (const auto raw = text(attribute.raw)) return std::string(*raw);
  }
  return format_value(attribute.value);
}

void XmlTree::set_pools(std::vector<StringPool> pools) {
  pool_ = pools.back();
  pools.pop_back();
  former_pools_ = std::move(pools);
}

std::uint32_t XmlTree::intern(std::string_view text) {
  if (const auto known = own_index_.find(text); known != own_index_.end()) return known->second;
  const auto index = static_cast<std::uint32_t>(own_.size());
  own_.emplace_back(text);
  own_index_.emplace(own_.back(), index);
  return index;
}

void XmlTree::sort_last_attributes() {
  const auto first =
      attributes_.begin() + static_cast<std::ptrdiff_t>(elements.back().first_attribute);
  std::stable_sort(first, attributes_.end(), [](const XmlAttribute& a, const XmlAttribute& b) {
    return a.resource_id < b.resource_id;
  });
}

void XmlTree::add_nodes_gap(std::uint64_t offset, const Limits& limits) {
  gaps.push_back(
      {"", offset, {"android.gap.xml-nodes", {std::to_string(limits.xml_nodes)}}, "xml_nodes"});
}

void XmlTree::add_trick(std::string_view id, std::uint64_t offset, std::string detail) {
  for (const findings::Trick& known : tricks) {
    if (known.id == id) return;
  }
  tricks.push_back({std::string(id), "", offset, std::move(detail)});
}

}  // namespace loanlint::android
