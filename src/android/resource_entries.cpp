// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "android/fields.h"
#include "android/resources.h"
#include "base/error.h"

namespace loanlint::android {
namespace {

constexpr std::uint8_t kSparse = 0x01;
constexpr std::uint8_t kOffset16 = 0x02;
constexpr std::uint16_t kComplex = 0x0001;
constexpr std::uint16_t kCompact = 0x0008;
constexpr std::uint32_t kNoEntry = 0xffffffff;
constexpr std::size_t kItem = 12;
constexpr std::size_t kLongestKey = 1000;
constexpr std::size_t kItemsAtLeast = 100'000;

ResValue value_at(Bytes bytes, std::size_t at) {
  return {static_cast<ValueType>(bytes[at + 3]), u32_at(bytes, at + 4, "resource value")};
}

}  // namespace

std::optional<std::size_t> ResourceTable::entry_offset(const Type& type,
                                                       std::uint32_t index) const {
  const std::size_t table = type.chunk.body();
  const Bytes inside = bytes_.first(type.chunk.end());
  std::uint32_t offset = kNoEntry;
  if ((type.flags & kSparse) != 0) {
    // Pairs of index and offset, sorted by index.
    const std::size_t count =
        std::min<std::size_t>(type.entry_count, (type.chunk.end() - table) / 4);
    std::size_t low = 0;
    std::size_t high = count;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      const std::uint16_t found = u16_at(inside, table + 4 * middle, "sparse index");
      if (found < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == count || u16_at(inside, table + 4 * low, "sparse index") != index) {
      return std::nullopt;
    }
    offset = 4u * u16_at(inside, table + 4 * low + 2, "sparse offset");
  } else if (index >= type.entry_count) {
    return std::nullopt;
  } else if ((type.flags & kOffset16) != 0) {
    if (!fits(inside, table + 2 * std::size_t{index}, 2)) return std::nullopt;
    const std::uint16_t quarter = u16_at(inside, table + 2 * std::size_t{index}, "entry offset");
    if (quarter != 0xffff) offset = 4u * quarter;
  } else {
    if (!fits(inside, table + 4 * std::size_t{index}, 4)) return std::nullopt;
    offset = u32_at(inside, table + 4 * std::size_t{index}, "entry offset");
  }
  if (offset == kNoEntry) return std::nullopt;
  return type.chunk.offset + std::size_t{type.entries_start} + offset;
}

std::optional<ResourceTable::Entry> ResourceTable::entry_at(const Type& type,
                                                            std::size_t at) const {
  const Bytes inside = bytes_.first(type.chunk.end());
  if (!fits(inside, at, 8)) return std::nullopt;
  const std::uint16_t size = u16_at(inside, at, "entry size");
  const std::uint16_t flags = u16_at(inside, at + 2, "entry flags");
  Entry entry;
  if ((flags & kCompact) != 0) {
    // The size field holds the key, the upper half of the flags the type.
    entry.key = size;
    entry.value = {static_cast<ValueType>(flags >> 8), u32_at(inside, at + 4, "compact value")};
    return entry;
  }
  entry.key = u32_at(inside, at + 4, "entry key");
  entry.complex = (flags & kComplex) != 0;
  if (!entry.complex) {
    if (!fits(inside, at + size, 8)) return std::nullopt;
    entry.value = value_at(inside, at + size);
    return entry;
  }
  if (size < 16 || !fits(inside, at, size)) return std::nullopt;
  const std::uint32_t count = u32_at(inside, at + 12, "item count");
  entry.items = at + size;
  entry.item_count = static_cast<std::uint32_t>(
      std::min<std::size_t>(count, (inside.size() - entry.items) / kItem));
  return entry;
}

bool ResourceTable::visit_type(const Package& package, const Type& type, std::string_view type_name,
                               const std::function<bool(const ResourceEntry&)>& visit,
                               std::size_t& items_left) const {
  const Bytes inside = bytes_.first(type.chunk.end());
  const bool sparse = (type.flags & kSparse) != 0;
  const std::size_t width = (type.flags & (kSparse | kOffset16)) == kOffset16 ? 2 : 4;
  const auto count = static_cast<std::uint32_t>(std::min<std::size_t>(
      {type.entry_count, 0x10000, (type.chunk.end() - type.chunk.body()) / width}));
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t index =
        sparse ? u16_at(inside, type.chunk.body() + 4 * std::size_t{i}, "sparse index") : i;
    const auto offset = entry_offset(type, index);
    const auto entry = offset ? entry_at(type, *offset) : std::nullopt;
    if (!entry) continue;
    ResourceEntry shown;
    shown.id = (package.id & 0xff) << 24 | std::uint32_t{type.id} << 16 | index;
    shown.type = type_name;
    shown.keys = &package.key_names;
    shown.key = entry->key;
    shown.config = &type.config;
    shown.value = entry->value;
    shown.in_bag = entry->complex;
    if (!entry->complex) {
      if (!visit(shown)) return false;
      continue;
    }
    if (entry->item_count > items_left) {
      throw LimitError(*offset, "strings", "resource table: items are shared by too many entries");
    }
    items_left -= entry->item_count;
    for (std::uint32_t item = 0; item < entry->item_count; ++item) {
      shown.value = value_at(inside, entry->items + kItem * item + 4);
      if (!visit(shown)) return false;
    }
  }
  return true;
}

std::string ResourceEntry::name() const {
  // No resource has such a name, and entries that share one must not multiply it.
  if (keys->stated_length(key) > kLongestKey) return "";
  return keys->find(key).value_or("");
}

void ResourceTable::for_each_entry(const std::function<bool(const ResourceEntry&)>& visit,
                                   std::string_view only_type, const ConfigFilter& filter) const {
  // Honest items take twelve bytes each.
  std::size_t items_left = kItemsAtLeast + bytes_.size();
  for (const Package& package : packages_) {
    for (const Type& type : package.types) {
      if (filter && !filter(type.config)) continue;
      const std::string name =
          package.type_names.find(package.type_name_index(type.id)).value_or("");
      if (!only_type.empty() && name != only_type) continue;
      if (!visit_type(package, type, name, visit, items_left)) return;
    }
  }
}

void ResourceTable::for_each_string(const StringVisitor& visit, const ConfigFilter& filter) const {
  const std::size_t before = values_.work();
  const std::size_t most = most_decoded(bytes_.size());
  std::vector<bool> visited(values_.size());
  const auto take = [&](const ResourceEntry& entry) {
    const std::uint32_t index = entry.value.data;
    if (entry.value.type != ValueType::string || index >= visited.size()) return true;
    if (visited[index]) {
      visit(entry, nullptr);
      return true;
    }
    const auto text = values_.find(index);
    if (values_.work() - before > most) {
      throw LimitError(values_.chunk().offset, "strings",
                       "resource table: strings overlap and decode to more than " +
                           std::to_string(kDecodedPerByte) + " times its size");
    }
    if (!text) return true;
    visited[index] = true;
    visit(entry, &*text);
    return true;
  };
  for (const std::string_view type : {"string", "array", "plurals"}) {
    for_each_entry(take, type, filter);
  }
}

}  // namespace loanlint::android
