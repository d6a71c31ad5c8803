// SPDX-License-Identifier: Apache-2.0
#include "android/dex_class.h"

#include <cstring>
#include <string>

#include "base/cursor.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

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

/// Runs of ULEB128 numbers, of which a large app has a million. Short ones, as nearly all are, are
/// read right here; a Cursor reads the others, and complains of what is no number.
class NumberRun {
 public:
  /// Reads on from where `in` stands in `file`.
  NumberRun(const Cursor& in, Bytes file) : bytes_(file), at_(in.offset()) {}

  std::uint32_t next(const char* field) {
    constexpr std::size_t kShort = 4;  // so many groups of seven bits cannot overflow
    if (bytes_.size() - at_ >= kShort) {
      std::uint32_t value = 0;
      for (std::size_t i = 0; i < kShort; ++i) {
        const std::uint8_t byte = bytes_[at_ + i];
        value |= std::uint32_t{byte & 0x7fU} << (7 * i);
        if (byte < 0x80) {
          at_ += i + 1;
          return value;
        }
      }
    }
    Cursor in(bytes_.subspan(at_), at_);
    const std::uint32_t value = in.uleb128(field);
    at_ = in.offset();
    return value;
  }

 private:
  Bytes bytes_;
  std::size_t at_;
};

void read_fields(NumberRun& in, std::uint32_t count, std::vector<EncodedField>& fields) {
  std::uint32_t index = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    index += in.next("field_idx_diff");
    fields.push_back({index, in.next("field access_flags")});
  }
}

void read_methods(NumberRun& in, std::uint32_t count, std::vector<EncodedMethod>& methods) {
  std::uint32_t index = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    index += in.next("method_idx_diff");
    const std::uint32_t access_flags = in.next("method access_flags");
    methods.push_back({index, access_flags, in.next("code_off")});
  }
}

constexpr std::size_t kCodeHeaderSize = 16;

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

Cursor at_offset(const Dex& dex, std::uint32_t offset, const char* field) {
  const std::size_t size = dex.file().size();
  if (offset > size) {
    malformed(size, std::string(field) + ": starts at " + std::to_string(offset) +
                        ", past the end at " + std::to_string(size));
  }
  return Cursor(dex.file().subspan(offset), offset);
}

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
  NumberRun numbers(in, dex.file());
  read_fields(numbers, static_fields, data.static_fields);
  read_fields(numbers, instance_fields, data.instance_fields);
  read_methods(numbers, direct_methods, data.direct_methods);
  read_methods(numbers, virtual_methods, data.virtual_methods);
}

CodeItem read_code(const Dex& dex, std::uint32_t code_off) {
  // The common case, without a call for each field; what is cut short the Cursor explains.
  const Bytes file = dex.file();
  CodeItem code;
  if (code_off <= file.size() && file.size() - code_off >= kCodeHeaderSize) {
    const std::uint8_t* const at = file.data() + code_off;
    std::uint32_t units = 0;
    std::memcpy(&code.registers_size, at, 2);
    std::memcpy(&code.ins_size, at + 2, 2);
    std::memcpy(&units, at + 12, 4);
    const std::size_t start = code_off + kCodeHeaderSize;
    if (units <= (file.size() - start) / 2) {
      code.insns_off = static_cast<std::uint32_t>(start);
      code.insns = file.subspan(start, std::size_t{units} * 2);
      return code;
    }
  }
  Cursor in = at_offset(dex, code_off, "code_item");
  code.registers_size = in.u16("registers_size");
  code.ins_size = in.u16("ins_size");
  in.skip(2 + 2 + 4, "outs_size, tries_size and debug_info_off");
  const std::size_t units = in.count(2, "insns_size");
  code.insns_off = static_cast<std::uint32_t>(in.offset());
  code.insns = in.take(units * 2, "insns");
  return code;
}

std::vector<StaticString> read_static_strings(const Dex& dex, std::uint32_t static_values_off,
                                              std::span<const EncodedField> static_fields) {
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
