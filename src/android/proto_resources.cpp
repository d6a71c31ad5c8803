// SPDX-License-Identifier: Apache-2.0
#include "android/proto_resources.h"

#include <algorithm>

#include "android/proto_xml.h"
#include "base/unicode.h"

namespace loanlint::android {
namespace {

// Field numbers of Resources.proto.
constexpr std::uint32_t kTablePackage = 2;
constexpr std::uint32_t kId = 1;
constexpr std::uint32_t kName = 2;
constexpr std::uint32_t kPackageType = 3;
constexpr std::uint32_t kTypeEntry = 3;
constexpr std::uint32_t kEntryValue = 6;
constexpr std::uint32_t kConfigLocale = 3;
constexpr std::uint32_t kValueItem = 4;

/// The number in a message of one number: PackageId, TypeId, EntryId.
std::uint32_t wrapped_number(Cursor in) {
  std::uint32_t number = 0;
  while (const auto field = next_field(in)) {
    if (field->number == 1) number = static_cast<std::uint32_t>(field->integer);
  }
  return number;
}

/// Id and name of a package, type or entry, which may stand after its contents.
struct Heading {
  std::uint32_t id = 0;
  std::string_view name;
};

Heading read_heading(Cursor in) {
  Heading out;
  while (const auto field = next_field(in)) {
    if (!field->delimited) continue;
    if (field->number == kId) out.id = wrapped_number(field->message());
    if (field->number == kName) out.name = field->text();
  }
  return out;
}

bool visit_value(Cursor config_value, ProtoString& shown,
                 const std::function<bool(const ProtoString&)>& visit) {
  shown.locale = "";
  std::optional<ProtoItem> item;
  while (const auto field = next_field(config_value)) {
    if (!field->delimited) continue;
    Cursor inner = field->message();
    while (const auto part = next_field(inner)) {
      if (field->number == 1 && part->number == kConfigLocale) shown.locale = part->text();
      if (field->number == 2 && part->number == kValueItem && part->delimited) {
        item = read_proto_item(part->message());
      }
    }
  }
  if (!item) return true;
  shown.reference = item->value.is_reference() ? item->value.data : 0;
  shown.text = item->value.type == ValueType::string ? item->text : "";
  if (item->value.type != ValueType::string && shown.reference == 0) return true;
  return visit(shown);
}

bool visit_entry(Cursor entry, ProtoString& shown,
                 const std::function<bool(const ProtoString&)>& visit) {
  while (const auto field = next_field(entry)) {
    if (field->number != kEntryValue || !field->delimited) continue;
    if (!visit_value(field->message(), shown, visit)) return false;
  }
  return true;
}

Locale parse_locale(std::string_view tag) {
  Locale out;
  for (std::size_t at = 0; at <= tag.size();) {
    const std::size_t end = std::min(tag.find('-', at), tag.size());
    std::string_view part = tag.substr(at, end - at);
    if (at == 0) {
      out.language = part;
    } else if (part.size() == 4) {
      out.script = part;
    } else {
      if (part.size() == 3 && part[0] == 'r') part.remove_prefix(1);
      out.region = part;
    }
    at = end + 1;
  }
  return out;
}

}  // namespace

void for_each_proto_string(Bytes bytes, const std::function<bool(const ProtoString&)>& visit) {
  Cursor table(bytes);
  while (const auto package = next_field(table)) {
    if (package->number != kTablePackage || !package->delimited) continue;
    const Heading of_package = read_heading(package->message());
    Cursor types = package->message();
    while (const auto type = next_field(types)) {
      if (type->number != kPackageType || !type->delimited) continue;
      const Heading of_type = read_heading(type->message());
      Cursor entries = type->message();
      while (const auto entry = next_field(entries)) {
        if (entry->number != kTypeEntry || !entry->delimited) continue;
        const Heading of_entry = read_heading(entry->message());
        ProtoString shown;
        shown.id = of_package.id << 24 | (of_type.id & 0xff) << 16 | (of_entry.id & 0xffff);
        shown.type = of_type.name;
        shown.name = of_entry.name;
        if (!visit_entry(entry->message(), shown, visit)) return;
      }
    }
  }
}

std::optional<std::string> find_proto_text(Bytes bytes, std::uint32_t id, const Locale& locale,
                                           const Limits& limits) {
  for (std::size_t depth = 0; depth < limits.reference_depth; ++depth) {
    int best = -1;
    std::uint32_t reference = 0;
    std::string text;
    for_each_proto_string(bytes, [&](const ProtoString& string) {
      if (string.id != id) return true;
      ResourceConfig config;
      config.locale = parse_locale(string.locale);
      // What serves nobody is still better than nothing, English before others.
      const int score = 2 * config.serves(locale) + (config.locale.language == "en" ? 1 : 0);
      if (score > best) {
        best = score;
        reference = string.reference;
        text = valid_utf8(string.text);
      }
      return true;
    });
    if (best < 0) return std::nullopt;
    if (reference == 0) return text;
    id = reference;
  }
  return std::nullopt;
}

}  // namespace loanlint::android
