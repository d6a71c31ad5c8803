// SPDX-License-Identifier: Apache-2.0
// What the library's methods do to texts whose content is known: those that hide a name or a URI.
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "code/concrete.h"
#include "code/value.h"

namespace loanlint::code {
namespace {

using ObjectKind = ConcreteObject::Kind;

Concrete array_of(std::u16string_view units, bool bytes, ConcreteHeap& heap) {
  ConcreteObject array{ObjectKind::array, {}, {}};
  for (const char16_t unit : units) {
    array.elements.push_back(Concrete::of_number(bytes ? static_cast<std::int8_t>(unit)
                                                       : static_cast<std::int32_t>(unit)));
  }
  return heap.add(std::move(array));
}

std::u16string from_base64(std::u16string_view text) {
  std::u16string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char16_t unit : text) {
    std::uint32_t six = 0;
    if (unit >= u'A' && unit <= u'Z') {
      six = unit - u'A';
    } else if (unit >= u'a' && unit <= u'z') {
      six = unit - u'a' + 26;
    } else if (unit >= u'0' && unit <= u'9') {
      six = unit - u'0' + 52;
    } else if (unit == u'+' || unit == u'-') {
      six = 62;
    } else if (unit == u'/' || unit == u'_') {
      six = 63;
    } else {
      continue;  // padding, and breaks of lines
    }
    bits = bits << 6 | six;
    if (++count % 4 == 1) continue;
    bytes += static_cast<char16_t>(bits >> (4 - count % 4) * 2 % 8 & 0xff);
  }
  return bytes;
}

/// `what` may be empty: then it stands between all units, which hides nothing.
std::u16string replaced(std::u16string text, std::u16string_view what, std::u16string_view with) {
  if (what.empty()) return text;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::u16string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
    if (text.size() > kLongestText * 8) break;
  }
  return text;
}

std::u16string from_number(std::int32_t number) {
  std::u16string text;
  for (const char c : std::to_string(number)) text += static_cast<char16_t>(c);
  return text;
}

/// What a value adds to a text; its type in the prototype tells a character from a number.
std::optional<std::u16string> shown(const Concrete& value, char type, ConcreteHeap& heap) {
  if (value.is_number() && type == 'C') {
    return std::u16string(1, static_cast<char16_t>(value.number));
  }
  if (value.is_number() && (type == 'I' || type == 'S' || type == 'B')) {
    return from_number(value.number);
  }
  const ConcreteObject* object = heap.find(value);
  if (object == nullptr) return std::nullopt;
  return object->kind == ObjectKind::array ? heap.units_of(value) : heap.text_of(value);
}

std::optional<std::u16string> formatted(const std::u16string& format, const Concrete& values,
                                        ConcreteHeap& heap) {
  const ConcreteObject* array = heap.find(values);
  if (array == nullptr || array->kind != ObjectKind::array) return std::nullopt;
  std::u16string text;
  std::size_t next = 0;
  for (std::size_t i = 0; i < format.size(); ++i) {
    if (format[i] != u'%') {
      text += format[i];
      continue;
    }
    if (++i >= format.size() || format[i] != u's' || next >= array->elements.size()) {
      return std::nullopt;
    }
    const auto part = heap.text_of(array->elements[next++]);
    if (!part) return std::nullopt;
    text += *part;
  }
  return text;
}

/// The part of `text` that one or two numbers in the arguments from `first` on name.
std::optional<std::u16string> part(const std::u16string& text, const std::vector<Concrete>& args,
                                   std::size_t first) {
  if (args.size() <= first || !args[first].is_number()) return std::nullopt;
  const bool ends = args.size() > first + 1;
  if (ends && !args[first + 1].is_number()) return std::nullopt;
  const auto size = static_cast<std::int32_t>(text.size());
  const std::int32_t from = args[first].number;
  const std::int32_t to = ends ? args[first + 1].number : size;
  if (from < 0 || to < from || to > size) return std::nullopt;
  return text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
}

void map_ascii(std::u16string& text, char16_t first, char16_t last, int distance) {
  for (char16_t& unit : text) {
    if (unit >= first && unit <= last) unit = static_cast<char16_t>(unit + distance);
  }
}

std::optional<std::u16string> trimmed(const std::u16string& text) {
  std::size_t from = 0;
  std::size_t to = text.size();
  while (from < to && text[from] <= u' ') ++from;
  while (to > from && text[to - 1] <= u' ') --to;
  return text.substr(from, to - from);
}

/// Does what `call` does to a builder.
Concrete call_builder(const LibraryCall& call, ConcreteHeap& heap) {
  const Concrete self = call.args[0];
  const auto change = [&](std::optional<std::u16string> text) {
    if (!text) {
      heap.find(self)->text += u'\uffff';  // makes it no longer ASCII: part of it is not known
      return self;
    }
    heap.find(self)->text = std::move(*text);
    return self;
  };
  const std::u16string text = heap.find(self)->text;
  const bool number = call.args.size() > 1 && call.args[1].is_number();
  const std::size_t at = number && call.args[1].number >= 0
                             ? static_cast<std::size_t>(call.args[1].number)
                             : text.size() + 1;
  if (call.name == "append" && call.args.size() == 2) {
    const auto more = shown(call.args[1], call.prototype[1], heap);
    return change(more ? std::optional(text + *more) : std::nullopt);
  }
  if (call.name == "toString") return heap.add_text(text);
  if (call.name == "reverse") return change(std::u16string(text.rbegin(), text.rend()));
  if (call.name == "length") return Concrete::of_number(static_cast<std::int32_t>(text.size()));
  if (call.name == "charAt" && at < text.size()) return Concrete::of_number(text[at]);
  if (call.name == "substring") {
    const auto found = part(text, call.args, 1);
    return found ? heap.add_text(*found) : Concrete{};
  }
  if (call.name == "insert" && call.args.size() == 3 && at <= text.size()) {
    const auto more = shown(call.args[2], call.prototype[2], heap);
    return change(more ? std::optional(text.substr(0, at) + *more + text.substr(at))
                       : std::nullopt);
  }
  if (call.name == "deleteCharAt" && at < text.size()) {
    return change(text.substr(0, at) + text.substr(at + 1));
  }
  if (call.name == "setCharAt" && call.args.size() == 3 && at < text.size() &&
      call.args[2].is_number()) {
    std::u16string other = text;
    other[at] = static_cast<char16_t>(call.args[2].number);
    return change(std::move(other));
  }
  if (call.name == "setLength" && at <= text.size()) return change(text.substr(0, at));
  return {};
}

/// Does what `call` does to a text.
Concrete call_text(const LibraryCall& call, const std::u16string& text, ConcreteHeap& heap) {
  const auto made = [&](const std::optional<std::u16string>& result) {
    return result ? heap.add_text(*result) : Concrete{};
  };
  const auto& args = call.args;
  const std::string_view name = call.name;
  const auto other = args.size() > 1 ? heap.text_of(args[1]) : std::nullopt;
  if (name == "toString" || name == "intern") return args[0];
  if (name == "trim") return made(trimmed(text));
  if (name == "length") return Concrete::of_number(static_cast<std::int32_t>(text.size()));
  if (name == "isEmpty") return Concrete::of_number(text.empty() ? 1 : 0);
  if (name == "toCharArray") return array_of(text, false, heap);
  if (name == "getBytes") return array_of(text, true, heap);
  if (name == "substring") return made(part(text, args, 1));
  if (name == "concat" && other) return heap.add_text(text + *other);
  if (name == "equals" && other) return Concrete::of_number(text == *other ? 1 : 0);
  if (name == "charAt" && args.size() == 2 && args[1].is_number() && args[1].number >= 0 &&
      static_cast<std::size_t>(args[1].number) < text.size()) {
    return Concrete::of_number(text[static_cast<std::size_t>(args[1].number)]);
  }
  if (name == "indexOf" && args.size() == 2) {
    const auto what = shown(args[1], 'C', heap);
    const std::size_t at = what ? text.find(*what) : std::u16string::npos;
    if (!what) return {};
    return Concrete::of_number(at == std::u16string::npos ? -1 : static_cast<std::int32_t>(at));
  }
  if ((name == "replace" || name == "replaceAll") && args.size() == 3) {
    const auto what = shown(args[1], 'C', heap);
    const auto with = shown(args[2], 'C', heap);
    // Of patterns only those are known that are plain texts.
    const bool plain = what && what->find_first_of(u"\\[](){}.*+?^$|") == std::u16string::npos;
    if (!what || !with || (name == "replaceAll" && !plain)) return {};
    return heap.add_text(replaced(text, *what, *with));
  }
  if (name == "toLowerCase" || name == "toUpperCase") {
    std::u16string changed = text;
    if (name == "toLowerCase") map_ascii(changed, u'A', u'Z', 'a' - 'A');
    if (name == "toUpperCase") map_ascii(changed, u'a', u'z', 'A' - 'a');
    return heap.add_text(std::move(changed));
  }
  return {};
}

/// What makes a text out of something else.
Concrete make_text(const LibraryCall& call, ConcreteHeap& heap) {
  const auto& args = call.args;
  if (call.name == "format") {
    // A locale may stand before.
    const std::size_t first = call.prototype.starts_with("(Ljava/util/Locale;") ? 1 : 0;
    if (args.size() != first + 2) return {};
    const auto format = heap.text_of(args[first]);
    const auto text = format ? formatted(*format, args[first + 1], heap) : std::nullopt;
    return text ? heap.add_text(*text) : Concrete{};
  }
  const bool whole = call.name == "valueOf" || call.name == "copyValueOf";
  if (!whole || args.size() != 1) return {};
  const auto text = shown(args[0], call.prototype[1], heap);
  return text ? heap.add_text(*text) : Concrete{};
}

Concrete decode(const Concrete& from, ConcreteHeap& heap) {
  auto text = heap.text_of(from);
  if (!text) text = heap.units_of(from);
  return text ? array_of(from_base64(*text), true, heap) : Concrete{};
}

/// Gives an object that was made without content what its constructor puts in.
Concrete construct(const LibraryCall& call, ConcreteHeap& heap) {
  ConcreteObject* const self = heap.find(call.args[0]);
  std::optional<std::u16string> text = std::u16string();
  if (call.args.size() > 1 && !call.prototype.starts_with("(I")) {
    text = shown(call.args[1], 'L', heap);
    const bool bytes = call.prototype.starts_with("([B");
    if (text && bytes) {
      for (char16_t& unit : *text) unit &= 0xff;
    }
    const bool within = call.args.size() >= 4 && call.prototype.substr(3).starts_with("II");
    if (text && within && call.args[2].is_number() && call.args[3].is_number()) {
      const Concrete to = Concrete::of_number(call.args[2].number + call.args[3].number);
      text = part(*text, {call.args[2], to}, 0);
    }
  }
  self->text = text ? *text : u"\uffff";
  return call.args[0];
}

}  // namespace

Concrete call_library(const LibraryCall& call, ConcreteHeap& heap) {
  const bool of_text = call.klass == "Ljava/lang/String;";
  if (call.args.empty()) return {};
  const ConcreteObject* const self = heap.find(call.args[0]);
  const bool texts = self != nullptr && self->kind != ObjectKind::array;
  if (texts && call.name == "<init>") return construct(call, heap);
  if (texts && self->kind == ObjectKind::builder) return call_builder(call, heap);
  if (of_text && (call.name == "format" || call.name.ends_with("alueOf"))) {
    return make_text(call, heap);
  }
  if (call.name == "decode" && call.klass == "Landroid/util/Base64;") {
    return decode(call.args[0], heap);
  }
  if (call.name == "decode" && call.klass == "Ljava/util/Base64$Decoder;" && call.args.size() > 1) {
    return decode(call.args[1], heap);
  }
  if (texts && call.args.size() <= 3) return call_text(call, std::u16string(self->text), heap);
  return {};
}

}  // namespace loanlint::code
