// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/limits.h"

namespace loanlint::android {

/// "No row": what DEX writes for an absent superclass, and what we give for one out of range.
inline constexpr std::uint32_t kNoIndex = 0xffffffff;

/// Names of classes and members longer than this are taken for holes.
inline constexpr std::size_t kLongestName = 4096;

/// A row of field_ids. Indexes are as stored: they may point past their tables.
struct FieldId {
  std::uint32_t class_idx = kNoIndex;
  std::uint32_t type_idx = kNoIndex;
  std::uint32_t name_idx = kNoIndex;
};

/// A row of method_ids.
struct MethodId {
  std::uint32_t class_idx = kNoIndex;
  std::uint32_t proto_idx = kNoIndex;
  std::uint32_t name_idx = kNoIndex;
};

/// A row of proto_ids.
struct ProtoId {
  std::uint32_t shorty_idx = kNoIndex;
  std::uint32_t return_type_idx = kNoIndex;
  std::uint32_t parameters_off = 0;  ///< 0: no parameters
};

/// A row of class_defs; offsets of 0 mean "none".
struct ClassDef {
  std::uint32_t class_idx = kNoIndex;
  std::uint32_t access_flags = 0;
  std::uint32_t superclass_idx = kNoIndex;
  std::uint32_t interfaces_off = 0;
  std::uint32_t source_file_idx = kNoIndex;
  std::uint32_t annotations_off = 0;
  std::uint32_t class_data_off = 0;
  std::uint32_t static_values_off = 0;
};

/// The index tables of one DEX file, read in place: nothing is copied, so the bytes must outlive
/// it and every view it hands out.
///
/// A row that points outside the file, or past another table, is a hole: it keeps its number and
/// reads as an empty name. The tables themselves do lie inside the file, which read_dex checks.
/// Format: source.android.com, "Dalvik executable format".
class Dex {
 public:
  /// The file that all offsets count in: of a container (version 041), the whole of it.
  Bytes file() const { return file_; }
  /// Where this DEX starts in the file; 0 but for the later ones of a container.
  std::uint32_t header_offset() const { return header_offset_; }
  /// 35 to 41.
  int version() const { return version_; }

  std::uint32_t string_count() const { return strings_.count; }
  std::uint32_t type_count() const { return types_.count; }
  std::uint32_t proto_count() const { return protos_.count; }
  std::uint32_t field_count() const { return fields_.count; }
  std::uint32_t method_count() const { return methods_.count; }
  std::uint32_t class_count() const { return classes_.count; }

  /// The bytes of a string as stored, in modified UTF-8; empty for a hole.
  std::string_view string(std::uint32_t index) const {
    return index < strings_.count ? string_at(word(strings_, index * std::size_t{4}))
                                  : std::string_view();
  }
  /// From the first byte of a string to the end of the file: for a look at how it begins that does
  /// not search for its end. Empty for a hole.
  std::string_view string_onwards(std::uint32_t index) const {
    return index < strings_.count ? text_onwards(word(strings_, index * std::size_t{4}))
                                  : std::string_view();
  }
  /// A string as names are: empty for a hole, and for one longer than any name is. A file whose
  /// rows all point at one huge string must not cost more than another.
  std::string_view short_string(std::uint32_t index) const {
    const std::string_view head = string_onwards(index).substr(0, kLongestName);
    const std::size_t end = head.find('\0');
    return end == std::string_view::npos ? std::string_view() : head.substr(0, end);
  }
  /// True when the row of the string points outside the file or its text never ends.
  bool is_hole(std::uint32_t string_index) const { return string(string_index).data() == nullptr; }
  /// The string index of a type's descriptor; kNoIndex for a hole.
  std::uint32_t descriptor_idx(std::uint32_t type_index) const {
    return type_index < types_.count ? word(types_, type_index * std::size_t{4}) : kNoIndex;
  }
  /// The descriptor of a type, "Lcom/x/Y;"; empty for a hole.
  std::string_view type(std::uint32_t index) const { return short_string(descriptor_idx(index)); }

  FieldId field(std::uint32_t index) const {
    if (index >= fields_.count) return {};
    const std::size_t row = index * std::size_t{8};
    return {half_word(fields_, row), half_word(fields_, row + 2), word(fields_, row + 4)};
  }
  MethodId method(std::uint32_t index) const {
    if (index >= methods_.count) return {};
    const std::size_t row = index * std::size_t{8};
    return {half_word(methods_, row), half_word(methods_, row + 2), word(methods_, row + 4)};
  }
  ProtoId proto(std::uint32_t index) const;
  /// `index` must be below class_count().
  ClassDef class_def(std::uint32_t index) const;

  /// The types of a type_list; empty when `offset` is 0, when the list does not lie in the file or
  /// when it is longer than `most`.
  std::vector<std::uint32_t> type_list(std::uint32_t offset, std::uint32_t most = 65535) const;

  /// "(Ljava/lang/String;I)V" in UTF-8.
  std::string prototype(std::uint32_t proto_index) const;
  /// "Lcom/x/Y;->z(I)V" in UTF-8, as disassemblers write it.
  std::string method_name(std::uint32_t method_index) const;
  /// "Lcom/x/Y;->f:I" in UTF-8.
  std::string field_name(std::uint32_t field_index) const;

 private:
  struct Table {
    const std::uint8_t* rows = nullptr;  // count rows of the table's size lie in the file
    std::uint32_t count = 0;
  };

  friend Dex read_dex_at(Bytes file, std::size_t offset);

  static std::uint32_t word(const Table& table, std::size_t at) {
    std::uint32_t value = 0;
    std::memcpy(&value, table.rows + at, sizeof value);
    return value;
  }
  static std::uint16_t half_word(const Table& table, std::size_t at) {
    std::uint16_t value = 0;
    std::memcpy(&value, table.rows + at, sizeof value);
    return value;
  }
  std::string_view text_onwards(std::uint32_t offset) const {
    const std::uint8_t* at = file_.data() + (offset < file_.size() ? offset : file_.size());
    const std::uint8_t* const end = file_.data() + file_.size();
    // utf16_size, which nothing here needs: the text ends at its NUL.
    for (int i = 0; i < 5; ++i) {
      if (at == end) return {};
      if ((*at++ & 0x80) == 0) break;
    }
    return as_text({at, end});
  }
  std::string_view string_at(std::uint32_t offset) const;

  Bytes file_;
  std::uint32_t header_offset_ = 0;
  std::uint32_t size_ = 0;  // bytes from this header to the next one
  int version_ = 0;
  Table strings_, types_, protos_, fields_, methods_, classes_;
};

static_assert(std::endian::native == std::endian::little, "tables are read in place");

/// Reads the header at `offset` and places the tables. Throws FormatError when this is not a DEX
/// file of version 035 to 041, or when a table does not lie in the file. Checksum, signature and
/// the order of rows are not checked: a package may lie there and still be worth reading.
Dex read_dex_at(Bytes file, std::size_t offset);

/// Every DEX of a file: one, or all those of a version 041 container.
std::vector<Dex> read_dex(Bytes file, const Limits& limits = {});

}  // namespace loanlint::android
