// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace loanlint::testing {

/// What one of the two headers of an entry says. Whatever is not set is the truth.
struct HeaderSays {
  std::optional<std::uint32_t> signature = {};
  std::optional<std::uint16_t> version_needed = {};
  std::optional<std::uint16_t> flags = {};
  std::optional<std::uint16_t> method = {};
  std::optional<std::uint32_t> crc = {};
  std::optional<std::uint32_t> compressed_size = {};
  std::optional<std::uint32_t> size = {};
  std::optional<std::uint16_t> name_length = {};
  std::optional<std::string> name = {};
  std::optional<std::uint16_t> extra_length = {};
  std::string extra = {};
};

/// One entry: its content, how it is packed, and what its headers claim.
struct ZipItem {
  std::string name;
  std::string content;
  bool deflate = false;
  HeaderSays local = {};
  HeaderSays central = {};
  std::string after_data = {};  ///< a data descriptor, or junk
  std::optional<std::uint32_t> header_offset = {};
  std::uint16_t disk = 0;
  std::string comment = {};
  bool with_data = true;    ///< false: a central record alone
  bool with_record = true;  ///< false: local header and data alone

  /// Says the same in both headers.
  template <class Value>
  void both(std::optional<Value> HeaderSays::*field, Value value) {
    local.*field = value;
    central.*field = value;
  }
};

/// What the end record says.
struct EndSays {
  std::uint16_t disk = 0;
  std::uint16_t directory_disk = 0;
  std::optional<std::uint16_t> records_on_disk = {};
  std::optional<std::uint16_t> records = {};
  std::optional<std::uint32_t> directory_size = {};
  std::optional<std::uint32_t> directory_offset = {};
  std::optional<std::uint16_t> comment_length = {};
  std::string comment = {};
};

/// A ZIP file as a list of its parts, front to back.
struct ZipRecipe {
  std::string before = {};  ///< offsets count from the start of the file, behind these bytes too
  std::vector<ZipItem> items = {};
  std::string before_directory = {};
  std::string after_records = {};  ///< inside the directory
  std::string after_directory = {};
  bool zip64 = false;  ///< ZIP64 end record and locator, and 0xffffffff in the old one
  EndSays end = {};
  std::string after = {};

  ZipItem& item(const std::string& name);
};

/// The file that `recipe` describes.
std::string build_zip(const ZipRecipe& recipe);

/// `text` as one raw deflate stream.
std::string deflate(const std::string& text);

/// `number` in two, four or eight bytes, little-endian.
std::string le16(std::uint64_t number);
std::string le32(std::uint64_t number);
std::string le64(std::uint64_t number);

}  // namespace loanlint::testing
