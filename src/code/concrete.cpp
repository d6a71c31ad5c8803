// SPDX-License-Identifier: Apache-2.0
#include "code/concrete.h"

#include <algorithm>
#include <utility>

namespace loanlint::code {
namespace {

constexpr std::size_t kLongestConstant = 8192;  // bytes

}  // namespace

Concrete ConcreteHeap::add(ConcreteObject object) {
  size_ += object.text.size() + object.elements.size() + 1;
  objects_.push_back(std::move(object));
  return {Concrete::Kind::object, 0, static_cast<std::uint32_t>(objects_.size() - 1)};
}

ConcreteObject* ConcreteHeap::find(const Concrete& value) {
  return value.kind == Concrete::Kind::object ? &objects_[value.object] : nullptr;
}

std::optional<std::u16string> ConcreteHeap::text_of(const Concrete& value) {
  const ConcreteObject* object = find(value);
  if (object == nullptr || object->kind == ConcreteObject::Kind::array) return std::nullopt;
  return object->text;
}

std::optional<std::u16string> ConcreteHeap::units_of(const Concrete& value) {
  const ConcreteObject* object = find(value);
  if (object == nullptr || object->kind != ConcreteObject::Kind::array) return std::nullopt;
  std::u16string units;
  for (const Concrete& element : object->elements) {
    if (!element.is_number()) return std::nullopt;
    units += static_cast<char16_t>(element.number);
  }
  return units;
}

std::u16string from_mutf8(std::string_view text) {
  std::u16string units;
  const std::size_t end = std::min(text.size(), kLongestConstant);
  const auto tail = [&](std::size_t at) { return static_cast<unsigned char>(text[at]) & 0x3fU; };
  for (std::size_t i = 0; i < end; ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      units += static_cast<char16_t>(first);
    } else if (first < 0xe0 && i + 1 < end) {
      units += static_cast<char16_t>((first & 0x1fU) << 6 | tail(i + 1));
      i += 1;
    } else if (i + 2 < end) {
      units += static_cast<char16_t>((first & 0x0fU) << 12 | tail(i + 1) << 6 | tail(i + 2));
      i += 2;
    }
  }
  return units;
}

std::optional<std::string> to_ascii(const std::u16string& text) {
  std::string bytes;
  for (const char16_t unit : text) {
    if (unit < 0x20 || unit > 0x7e) return std::nullopt;
    bytes += static_cast<char>(unit);
  }
  return bytes;
}

}  // namespace loanlint::code
