// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::code {

/// What a register holds while code is evaluated.
struct Concrete {
  enum class Kind : std::uint8_t { unknown, number, object };
  Kind kind = Kind::unknown;
  std::int32_t number = 0;   ///< an int; 0 is null as well
  std::uint32_t object = 0;  ///< number in a ConcreteHeap

  static Concrete of_number(std::int32_t value) { return {Kind::number, value, 0}; }
  bool is_number() const { return kind == Kind::number; }
};

/// An object of a kind that texts are made with.
struct ConcreteObject {
  enum class Kind : std::uint8_t { text, builder, array };
  Kind kind = Kind::text;
  std::u16string text = {};             ///< of a text or builder
  std::vector<Concrete> elements = {};  ///< of an array
};

/// The objects made so far.
class ConcreteHeap {
 public:
  Concrete add(ConcreteObject object);
  Concrete add_text(std::u16string text) {
    return add({ConcreteObject::Kind::text, std::move(text), {}});
  }
  /// nullptr when the value is no object.
  ConcreteObject* find(const Concrete& value);
  /// What a text or builder reads as.
  std::optional<std::u16string> text_of(const Concrete& value);
  /// The elements of an array of known numbers.
  std::optional<std::u16string> units_of(const Concrete& value);
  bool full() const { return size_ > kMostUnits; }

 private:
  static constexpr std::size_t kMostUnits = std::size_t{1} << 18;
  std::vector<ConcreteObject> objects_;
  std::size_t size_ = 0;
};

/// The UTF-16 that a string of a DEX stands for; its beginning, when it is very long.
std::u16string from_mutf8(std::string_view text);
/// Nothing unless all of it is ASCII, as names and URIs are.
std::optional<std::string> to_ascii(const std::u16string& text);

/// A call of a library method.
struct LibraryCall {
  std::string_view klass;  ///< descriptor
  std::string_view name;
  std::string_view prototype;  ///< "(I)V"
  std::vector<Concrete> args;  ///< the receiver first; a wide one counts once
};

/// Does what a library method does to texts; an unknown value where that is not known.
Concrete call_library(const LibraryCall& call, ConcreteHeap& heap);

}  // namespace loanlint::code
