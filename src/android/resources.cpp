// SPDX-License-Identifier: Apache-2.0
#include "android/resources.h"

#include <algorithm>

#include "android/fields.h"
#include "base/error.h"
#include "base/unicode.h"

namespace loanlint::android {
namespace {

constexpr std::size_t kTableHeader = 12;
constexpr std::size_t kPackageHeader = 284;  // without the field that came with API 21
constexpr std::size_t kTypeIdOffset = 284;
constexpr std::size_t kTypeHeader = 20;  // without the configuration
constexpr std::size_t kPackageNameUnits = 128;
constexpr std::size_t kMostTypes = 200'000;

std::string package_name(Bytes bytes, std::size_t at) {
  const std::string name = utf16le_to_utf8(slice(bytes, at, 2 * kPackageNameUnits, "package name"));
  return name.substr(0, name.find('\0'));
}

}  // namespace

ResourceTable ResourceTable::read(Bytes bytes, const Limits& limits) {
  const Chunk table = chunk_at(bytes, 0);
  if (table.type != kTableChunk) {
    malformed(0, "resource table: chunk type " + std::to_string(table.type) + ", expected 2");
  }
  if (table.header_size < kTableHeader || table.header_size > table.size) {
    malformed(2, "resource table: header size " + std::to_string(table.header_size) +
                     " is not between 12 and " + std::to_string(table.size));
  }
  ResourceTable out;
  out.bytes_ = bytes;
  out.reference_depth_ = limits.reference_depth;
  const std::size_t end = std::min<std::size_t>(table.size, bytes.size());
  if (table.size > bytes.size()) {
    out.add_gap(4, "declares " + std::to_string(table.size) + " bytes, has " +
                       std::to_string(bytes.size()));
  }
  bool has_values = false;
  for (std::size_t at = table.header_size; at + kChunkHeader <= end;) {
    const Chunk chunk = chunk_at(bytes, at);
    if (const auto problem = chunk_walk_problem(chunk, kChunkHeader, end)) {
      out.add_gap(at, *problem);
      break;
    }
    if (chunk.type == kStringPoolChunk && !has_values) {
      out.values_ = StringPool::read(bytes, chunk);
      has_values = true;
    } else if (chunk.type == kPackageChunk) {
      try {
        out.read_package(chunk);
      } catch (const FormatError& error) {
        out.add_gap(error.offset(), error.what());
      }
    }
    at += chunk.size;
  }
  if (!has_values && !out.packages_.empty()) malformed(0, "resource table: no string pool");
  return out;
}

void ResourceTable::add_gap(std::size_t offset, const std::string& problem) {
  gaps_.push_back({"", offset, {"android.gap.resources", {problem}}, ""});
}

void ResourceTable::read_package(const Chunk& chunk) {
  if (chunk.header_size < kPackageHeader) {
    malformed(chunk.offset, "resource package: header size " + std::to_string(chunk.header_size) +
                                " is below " + std::to_string(kPackageHeader));
  }
  Package package;
  package.offset = chunk.offset;
  package.id = u32_at(bytes_, chunk.offset + 8, "package id");
  const std::uint32_t type_names = u32_at(bytes_, chunk.offset + 268, "type names");
  const std::uint32_t key_names = u32_at(bytes_, chunk.offset + 276, "key names");
  if (chunk.header_size >= kTypeIdOffset + 4) {
    package.type_id_offset = u32_at(bytes_, chunk.offset + kTypeIdOffset, "type id offset");
  }
  for (std::size_t at = chunk.body(); at + kChunkHeader <= chunk.end();) {
    const Chunk part = chunk_at(bytes_, at);
    if (const auto problem = chunk_walk_problem(part, kChunkHeader, chunk.end())) {
      add_gap(at, *problem);
      break;
    }
    if (part.type == kStringPoolChunk && at == chunk.offset + type_names) {
      package.type_names = StringPool::read(bytes_, part);
    } else if (part.type == kStringPoolChunk && at == chunk.offset + key_names) {
      package.key_names = StringPool::read(bytes_, part);
    } else if (part.type == kTypeChunk) {
      read_type(package, part);
    }
    if (package.types.size() > kMostTypes) {
      add_gap(at, "more than " + std::to_string(kMostTypes) + " types");
      break;
    }
    at += part.size;
  }
  packages_.push_back(std::move(package));
}

void ResourceTable::read_type(Package& package, const Chunk& chunk) const {
  // Android, too, leaves out types that are too short rather than give up the table.
  if (chunk.header_size < kTypeHeader + 4) return;
  Type type;
  type.chunk = chunk;
  type.id = bytes_[chunk.offset + 8];
  type.flags = bytes_[chunk.offset + 9];
  type.entry_count = u32_at(bytes_, chunk.offset + 12, "entry count");
  type.entries_start = u32_at(bytes_, chunk.offset + 16, "entries start");
  const std::size_t config = chunk.offset + kTypeHeader;
  const std::size_t size = std::min<std::size_t>(u32_at(bytes_, config, "configuration size"),
                                                 chunk.header_size - kTypeHeader);
  type.config = read_resource_config(bytes_.subspan(config, size));
  if (type.id != 0) package.types.push_back(std::move(type));
}

std::vector<std::string> ResourceTable::packages() const {
  std::vector<std::string> names;
  for (const Package& package : packages_) {
    names.push_back(package_name(bytes_, package.offset + 12));
  }
  return names;
}

std::string ResourceTable::name(std::uint32_t id) const {
  const auto entry = find_entry(id, {}, true);
  if (!entry) return "";
  for (const Package& package : packages_) {
    if ((package.id & 0xff) != id >> 24) continue;
    const std::uint32_t type = package.type_name_index((id >> 16) & 0xff);
    const auto type_name = package.type_names.find(type);
    const auto key = package.key_names.find(entry->key);
    if (type_name && key) return "@" + *type_name + "/" + *key;
  }
  return "";
}

std::optional<std::uint32_t> ResourceTable::find_id(std::string_view type,
                                                    std::string_view name) const {
  std::optional<std::uint32_t> found;
  for_each_entry(
      [&](const ResourceEntry& entry) {
        if (entry.name() == name) found = entry.id;
        return !found;
      },
      type);
  return found;
}

std::optional<ResValue> ResourceTable::find(std::uint32_t id, const Locale& locale) const {
  return follow(id, locale, false);
}

std::optional<std::string> ResourceTable::find_text(std::uint32_t id, const Locale& locale) const {
  auto value = follow(id, locale, false);
  if (!value) value = follow(id, {"en", "", ""}, true);
  if (!value) return std::nullopt;
  if (value->type == ValueType::string) return values_.find(value->data);
  return format_value(*value);
}

std::optional<ResValue> ResourceTable::follow(std::uint32_t id, const Locale& locale,
                                              bool any) const {
  for (std::size_t depth = 0; depth < reference_depth_; ++depth) {
    const auto entry = find_entry(id, locale, any);
    if (!entry) return std::nullopt;
    if (entry->complex) return std::nullopt;
    if (!entry->value.is_reference() || entry->value.data == 0) return entry->value;
    // A reference into the framework stays what it is: the table does not hold it.
    const bool here = std::any_of(packages_.begin(), packages_.end(), [&](const Package& package) {
      return (package.id & 0xff) == entry->value.data >> 24;
    });
    if (!here) return entry->value;
    id = entry->value.data;
  }
  return std::nullopt;
}

std::optional<ResourceTable::Entry> ResourceTable::find_entry(std::uint32_t id,
                                                              const Locale& locale,
                                                              bool any) const {
  const std::uint32_t index = id & 0xffff;
  std::optional<Entry> best;
  int best_score = 0;
  for (const Package& package : packages_) {
    if ((package.id & 0xff) != id >> 24) continue;
    for (const Type& type : package.types) {
      if (type.id != ((id >> 16) & 0xff)) continue;
      // Of two that serve alike, the one with fewer conditions; `any` takes what there is.
      int score = 4 * type.config.serves(locale);
      if (score == 0 && any) score = 1;
      if (score == 0) continue;
      if (!type.config.other) score += 2;
      if (type.config.sdk == 0) score += 1;
      if (score <= best_score) continue;
      const auto offset = entry_offset(type, index);
      if (!offset) continue;
      if (auto entry = entry_at(type, *offset)) {
        best = entry;
        best_score = score;
      }
    }
  }
  return best;
}

}  // namespace loanlint::android
