// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "android/chunk.h"
#include "android/res_value.h"
#include "android/resource_config.h"
#include "android/string_pool.h"
#include "base/bytes.h"
#include "base/limits.h"
#include "findings/gap.h"

namespace loanlint::android {

/// One value of one resource, while a table is listed. Views hold during the call only.
struct ResourceEntry {
  std::uint32_t id = 0;
  std::string_view type;  ///< "string"
  const ResourceConfig* config = nullptr;
  ResValue value = {};
  bool in_bag = false;  ///< an item of an array, plural or style; one call per item
  const StringPool* keys = nullptr;
  std::uint32_t key = 0;

  /// "app_name"; "" when the table does not tell. Decoded at each call.
  std::string name() const;
};

/// Which configurations to list; an empty one lists all.
using ConfigFilter = std::function<bool(const ResourceConfig&)>;

/// Takes a resource and its string. The string is null when an earlier resource had the very same
/// one, of the same `value.data`: resources of one language in many regions often do.
using StringVisitor = std::function<void(const ResourceEntry&, const std::string*)>;

/// A resource table (resources.arsc), read where asked and not before.
///
/// Reading goes over chunk headers only; a lookup touches one type. Views the bytes it was read
/// from: they must outlive it. What is malformed gives nothing when it is looked up.
/// Format: ResTable_* in ResourceTypes.h of the platform, with sparse types, 16-bit offsets and
/// compact entries.
class ResourceTable {
 public:
  /// Throws FormatError when there is no table in the bytes, or it has no string pool. What else
  /// is broken ends in a gap.
  static ResourceTable read(Bytes bytes, const Limits& limits = {});

  /// The value of resource `id` that serves `locale` best, references followed; or nothing.
  std::optional<ResValue> find(std::uint32_t id, const Locale& locale = {}) const;
  /// find() as text: the string itself, or format_value() of other values. When nothing serves the
  /// locale and there is no default, English, else the first value there is.
  std::optional<std::string> find_text(std::uint32_t id, const Locale& locale = {}) const;
  /// "@string/app_name", or "" for an id that is not in the table.
  std::string name(std::uint32_t id) const;
  /// The id of a resource by type and name, or nothing: looks through one type.
  std::optional<std::uint32_t> find_id(std::string_view type, std::string_view name) const;

  /// String `index` of the table's values: what a ResValue of type string points at.
  std::optional<std::string> text(std::uint32_t index) const { return values_.find(index); }

  /// Every value of every resource, or those of one type ("string") and of the configurations
  /// that `filter` lets through, in table order. Stops when `visit` returns false. Throws
  /// LimitError ("strings") when items that are shared over and over exceed the table's size.
  void for_each_entry(const std::function<bool(const ResourceEntry&)>& visit,
                      std::string_view only_type = "", const ConfigFilter& filter = nullptr) const;

  /// Every resource whose value is a string, of the types string, array and plurals. Throws
  /// LimitError ("strings") when overlapping strings decode to far more than the table.
  void for_each_string(const StringVisitor& visit, const ConfigFilter& filter = nullptr) const;

  /// Names of the packages in the table, in order.
  std::vector<std::string> packages() const;
  const std::vector<findings::Gap>& gaps() const { return gaps_; }

 private:
  /// The values of one type for one configuration.
  struct Type {
    Chunk chunk;
    std::uint8_t id = 0;
    std::uint8_t flags = 0;
    std::uint32_t entry_count = 0;
    std::uint32_t entries_start = 0;
    ResourceConfig config;
  };
  struct Package {
    std::uint32_t id = 0;
    std::uint32_t type_id_offset = 0;
    std::size_t offset = 0;
    StringPool type_names;
    StringPool key_names;
    std::vector<Type> types;

    /// Names of types may start at a later id. Wraps for ids before it: no such string.
    std::uint32_t type_name_index(std::uint32_t type_id) const {
      return type_id - 1 - type_id_offset;
    }
  };
  /// Where an entry says what it is.
  struct Entry {
    std::uint32_t key = 0;
    ResValue value = {};  // of a simple entry
    bool complex = false;
    std::size_t items = 0;  // place of the items of a complex entry
    std::uint32_t item_count = 0;
  };

  void read_package(const Chunk& chunk);
  void read_type(Package& package, const Chunk& chunk) const;
  void add_gap(std::size_t offset, const std::string& problem);

  std::optional<std::size_t> entry_offset(const Type& type, std::uint32_t index) const;
  std::optional<Entry> entry_at(const Type& type, std::size_t offset) const;
  std::optional<Entry> find_entry(std::uint32_t id, const Locale& locale, bool any) const;
  std::optional<ResValue> follow(std::uint32_t id, const Locale& locale, bool any) const;
  bool visit_type(const Package& package, const Type& type, std::string_view type_name,
                  const std::function<bool(const ResourceEntry&)>& visit,
                  std::size_t& items_left) const;

  Bytes bytes_;
  StringPool values_;
  std::vector<Package> packages_;
  std::vector<findings::Gap> gaps_;
  std::size_t reference_depth_ = 0;
};

}  // namespace loanlint::android
