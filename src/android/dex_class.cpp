// SPDX-License-Identifier: Apache-2.0
#include "android/dex_class.h"

#include <string>

#include "base/cursor.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

Cursor at_offset(const Dex& dex, std::uint32_t offset, const char* field) {
  const std::size_t size = dex.file().size();
  if (offset > size) {
    malformed(size, std::string(field) + ": starts at " + std::to_string(offset) +
                        ", past the end at " + std::to_string(size));
  }
  return Cursor(dex.file().subspan(offset), offset);
}

/// A count of items that take at least `least` bytes each, believed only when they can fit.
std::uint32_t read_count(Cursor& in, std::size_t least, const char* field) {
  const std::size_t start = in.offset();
  const std::uint32_t count = in.uleb128(field);
  if (count > in.left() / least) {
    malformed(start, std::string(field) + ": " + std::to_string(count) + " items of at least " +
                         std::to_string(least) + " bytes, " + std::to_string(in.left()) + " left");
  }
  return count;
}

void read_fields(Cursor& in, std::uint32_t count, std::vector<EncodedField>& fields) {
  std::uint32_t index = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    index += in.uleb128("field_idx_diff");
    fields.push_back({index, in.uleb128("field access_flags")});
  }
}

void read_methods(Cursor& in, std::uint32_t count, std::vector<EncodedMethod>& methods) {
  std::uint32_t index = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    index += in.uleb128("method_idx_diff");
    const std::uint32_t access_flags = in.uleb128("method access_flags");
    methods.push_back({index, access_flags, in.uleb128("code_off")});
  }
}

// Formats of an encoded_value, the low five bits of its first byte.
constexpr std::uint8_t kValueByte = 0x00;
constexpr std::uint8_t kValueString = 0x17;
constexpr std::uint8_t kValueArray = 0x1c;
constexpr std::uint8_t kValueAnnotation = 0x1d;
constexpr std::uint8_t kValueNull = 0x1e;
constexpr std::uint8_t kValueBoolean = 0x1f;

/// Reads one value; gives the string index when it is a string, else kNoIndex. Arrays and
/// annotations are not allowed as static values, and end the reading.
std::uint32_t read_value(Cursor& in) {
  const std::size_t start = in.offset();
  const std::uint8_t head = in.u8("value");
  const std::uint8_t type = head & 0x1f;
  const std::size_t size = std::size_t{1} + (head >> 5);
  if (type == kValueNull || type == kValueBoolean) return kNoIndex;
  if (type == kValueArray || type == kValueAnnotation) {
    malformed(start, "static value: an array or annotation");
  }
  const std::size_t most = type == kValueByte ? 1 : type == kValueString ? 4 : 8;
  if (size > most) {
    malformed(start, "static value: " + std::to_string(size) + " bytes, at most " +
                         std::to_string(most) + " make sense");
  }
  const Bytes bytes = in.take(size, "value");
  if (type != kValueString) return kNoIndex;
  std::uint32_t index = 0;
  for (std::size_t i = 0; i < size; ++i) index |= std::uint32_t{bytes[i]} << (8 * i);
  return index;
}

}  // namespace

void read_class_data(const Dex& dex, std::uint32_t class_data_off, ClassData& data) {
  data.static_fields.clear();
  data.instance_fields.clear();
  data.direct_methods.clear();
  data.virtual_methods.clear();
  if (class_data_off == 0) return;
  Cursor in = at_offset(dex, class_data_off, "class_data");
  const std::uint32_t static_fields = read_count(in, 2, "static_fields_size");
  const std::uint32_t instance_fields = read_count(in, 2, "instance_fields_size");
  const std::uint32_t direct_methods = read_count(in, 3, "direct_methods_size");
  const std::uint32_t virtual_methods = read_count(in, 3, "virtual_methods_size");
  read_fields(in, static_fields, data.static_fields);
  read_fields(in, instance_fields, data.instance_fields);
  read_methods(in, direct_methods, data.direct_methods);
  read_methods(in, virtual_methods, data.virtual_methods);
}

CodeItem read_code(const Dex& dex, std::uint32_t code_off) {
  Cursor in = at_offset(dex, code_off, "code_item");
  CodeItem code;
  code.registers_size = in.u16("registers_size");
  code.ins_size = in.u16("ins_size");
  in.skip(2 + 2 + 4, "outs_size, tries_size and debug_info_off");
  const std::size_t units = in.count(2, "insns_size");
  code.insns_off = static_cast<std::uint32_t>(in.offset());
  code.insns = in.take(units * 2, "insns");
  return code;
}

std::vector<StaticString> read_static_strings(const Dex& dex, std::uint32_t static_values_off,
                                              const std::vector<EncodedField>& static_fields) {
  std::vector<StaticString> strings;
  if (static_values_off == 0) return strings;
  Cursor in = at_offset(dex, static_values_off, "static_values");
  const std::uint32_t count = read_count(in, 1, "static_values size");
  for (std::uint32_t i = 0; i < count && i < static_fields.size(); ++i) {
    const std::uint32_t string_idx = read_value(in);
    if (string_idx != kNoIndex) strings.push_back({static_fields[i].field_idx, string_idx});
  }
  return strings;
}

}  // namespace loanlint::android
