// SPDX-License-Identifier: Apache-2.0
#include "android/dex.h"

#include <algorithm>
#include <string>

#include "base/cursor.h"
#include "base/error.h"
#include "base/unicode.h"

namespace loanlint::android {
namespace {

constexpr std::size_t kHeaderSize = 0x70;
constexpr std::size_t kContainerHeaderSize = 0x78;  // version 041 adds two words
constexpr std::uint32_t kMostParameters = 255;      // as the invoke instructions can pass
constexpr std::uint32_t kEndianConstant = 0x12345678;

std::uint16_t half(const std::uint8_t* at) {
  std::uint16_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return value;
}

std::uint32_t full(const std::uint8_t* at) {
  std::uint32_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return value;
}

int read_version(Cursor& in) {
  const std::size_t start = in.offset();
  const std::string_view magic = as_text(in.take(8, "magic"));
  if (magic.substr(0, 4) == "cdex") {
    malformed(start, "compact DEX, the form inside a device's own .vdex files, is not read");
  }
  const bool digits = std::all_of(magic.begin() + 4, magic.begin() + 7,
                                  [](char c) { return c >= '0' && c <= '9'; });
  if (magic.substr(0, 4) != "dex\n" || !digits || magic[7] != '\0') {
    malformed(start, "magic: not a DEX file");
  }
  const int version = (magic[4] - '0') * 100 + (magic[5] - '0') * 10 + (magic[6] - '0');
  if (version < 35 || version > 41) {
    malformed(start,
              "DEX version " + std::string(magic.substr(4, 3)) + " is not one of 035 to 041");
  }
  return version;
}

}  // namespace

Dex read_dex_at(Bytes file, std::size_t offset) {
  Cursor in(slice(file, offset, file.size() < offset ? 0 : file.size() - offset, "header"), offset);
  Dex dex;
  dex.file_ = file;
  dex.header_offset_ = static_cast<std::uint32_t>(offset);
  dex.version_ = read_version(in);
  in.skip(4 + 20, "checksum and signature");
  dex.size_ = in.u32("file_size");
  const std::size_t header_size_at = in.offset();
  const std::uint32_t header_size = in.u32("header_size");
  if (header_size < kHeaderSize) {
    malformed(header_size_at, "header_size " + std::to_string(header_size) + " is below 112");
  }
  const std::size_t endian_at = in.offset();
  if (in.u32("endian_tag") != kEndianConstant) {
    malformed(endian_at, "endian_tag: not a little-endian DEX file");
  }
  in.skip(3 * 4, "link_size, link_off and map_off");
  const auto table = [&](const char* field, std::size_t row_size) {
    const std::uint32_t count = in.u32(field);
    const std::uint32_t start = in.u32(field);
    if (count == 0) return Dex::Table{};
    const std::size_t said_at = in.offset() - 4;
    if (start > file.size()) {
      malformed(said_at, std::string(field) + ": starts at " + std::to_string(start) +
                             ", past the end at " + std::to_string(file.size()));
    }
    // A product of 32 bits and at most 32: no overflow in 64.
    return Dex::Table{slice(file, start, count * row_size, field).data(), count};
  };
  dex.strings_ = table("string_ids", 4);
  dex.types_ = table("type_ids", 4);
  dex.protos_ = table("proto_ids", 12);
  dex.fields_ = table("field_ids", 8);
  dex.methods_ = table("method_ids", 8);
  dex.classes_ = table("class_defs", 32);
  return dex;
}

std::vector<Dex> read_dex(Bytes file, const Limits& limits) {
  std::vector<Dex> found;
  std::size_t offset = 0;
  do {
    const Dex dex = read_dex_at(file, offset);
    if (dex.string_count() > limits.strings) {
      throw LimitError(offset, "strings",
                       "string_ids: " + std::to_string(dex.string_count()) + " strings, at most " +
                           std::to_string(limits.strings) + " are read");
    }
    found.push_back(dex);
    if (dex.version() < 41) break;
    // In a container file_size is the way to the next header, and must lead onwards.
    const std::uint32_t size = full(file.data() + offset + 32);
    if (size < kContainerHeaderSize) {
      malformed(offset + 32, "file_size " + std::to_string(size) + " is below 120");
    }
    offset += size;
  } while (offset < file.size());
  return found;
}

std::string_view Dex::string_at(std::uint32_t offset) const {
  const std::string_view onwards = text_onwards(offset);
  if (onwards.empty()) return {};
  const void* nul = std::memchr(onwards.data(), 0, onwards.size());
  if (nul == nullptr) return {};
  return {onwards.data(), static_cast<const char*>(nul)};
}

ProtoId Dex::proto(std::uint32_t index) const {
  if (index >= protos_.count) return {};
  const std::uint8_t* row = protos_.rows + index * std::size_t{12};
  return {full(row), full(row + 4), full(row + 8)};
}

ClassDef Dex::class_def(std::uint32_t index) const {
  if (index >= classes_.count) return {};
  const std::uint8_t* row = classes_.rows + index * std::size_t{32};
  return {full(row),      full(row + 4),  full(row + 8),  full(row + 12),
          full(row + 16), full(row + 20), full(row + 24), full(row + 28)};
}

std::vector<std::uint32_t> Dex::type_list(std::uint32_t offset, std::uint32_t most) const {
  if (offset == 0 || offset > file_.size() || file_.size() - offset < 4) return {};
  const std::uint8_t* at = file_.data() + offset;
  const std::uint32_t count = full(at);
  if (count > most || count > (file_.size() - offset - 4) / 2) return {};
  std::vector<std::uint32_t> types(count);
  for (std::uint32_t i = 0; i < count; ++i) types[i] = half(at + 4 + i * std::size_t{2});
  return types;
}

std::string Dex::prototype(std::uint32_t proto_index) const {
  const ProtoId row = proto(proto_index);
  std::string text = "(";
  for (const std::uint32_t parameter : type_list(row.parameters_off, kMostParameters)) {
    text += type(parameter);
  }
  text += ')';
  text += type(row.return_type_idx);
  return mutf8_to_utf8(text);
}

std::string Dex::method_name(std::uint32_t method_index) const {
  const MethodId row = method(method_index);
  return mutf8_to_utf8(type(row.class_idx)) + "->" + mutf8_to_utf8(short_string(row.name_idx)) +
         prototype(row.proto_idx);
}

std::string Dex::field_name(std::uint32_t field_index) const {
  const FieldId row = field(field_index);
  return mutf8_to_utf8(type(row.class_idx)) + "->" + mutf8_to_utf8(short_string(row.name_idx)) +
         ":" + mutf8_to_utf8(type(row.type_idx));
}

}  // namespace loanlint::android
