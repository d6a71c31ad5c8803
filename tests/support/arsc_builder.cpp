// SPDX-License-Identifier: Apache-2.0
#include "support/arsc_builder.h"

#include <algorithm>
#include <utility>

#include "support/byte_writer.h"

namespace loanlint::testing {
namespace {

std::uint32_t index_in(std::vector<std::string>& pool, const std::string& text) {
  const auto at = std::find(pool.begin(), pool.end(), text);
  if (at == pool.end()) pool.push_back(text);
  return static_cast<std::uint32_t>(std::find(pool.begin(), pool.end(), text) - pool.begin());
}

void write_value(ByteWriter& out, const ArscValue& value, std::vector<std::string>& values) {
  out.u16(8);
  out.u8(0);
  out.u8(value.type);
  out.u32(value.type == 0x03 ? index_in(values, value.text) : value.data);
}

void write_entry(ByteWriter& out, const ArscEntry& entry, bool compact, std::uint32_t key,
                 std::vector<std::string>& values) {
  if (compact) {
    out.u16(key);
    out.u16(0x0008u | (static_cast<unsigned>(entry.value.type) << 8));
    out.u32(entry.value.type == 0x03 ? index_in(values, entry.value.text) : entry.value.data);
    return;
  }
  out.u16(entry.bag ? 16 : 8);
  out.u16(entry.bag ? 1 : 0);
  out.u32(key);
  if (!entry.bag) {
    write_value(out, entry.value, values);
    return;
  }
  out.u32(0);
  out.u32(entry.item_count.value_or(static_cast<std::uint32_t>(entry.items.size())));
  for (std::size_t i = 0; i < entry.items.size(); ++i) {
    out.u32(0x02000000 + i);
    write_value(out, entry.items[i], values);
  }
}

void write_config(ByteWriter& out, const ArscType& type) {
  constexpr std::size_t kSize = 64;
  const std::size_t start = out.size();
  out.u32(kSize);
  out.u32(0);
  for (const std::string& code : {type.language, type.region}) {
    out.text(code.substr(0, 2));
    out.zeros(2 - std::min<std::size_t>(code.size(), 2));
  }
  out.u16(0);
  out.u16(type.density);
  out.zeros(start + 24 - out.size());
  out.u16(type.sdk);
  out.zeros(start + 36 - out.size());
  out.text(type.script.substr(0, 4));
  out.zeros(start + kSize - out.size());
}

std::uint32_t honest_count(const ArscType& type) {
  std::uint32_t count = 0;
  for (const ArscEntry& entry : type.entries) count = std::max(count, entry.index + 1);
  return count;
}

void write_type(ByteWriter& out, const ArscType& type, std::vector<std::string>& keys,
                std::vector<std::string>& values) {
  const bool sparse = type.form == ArscType::Form::sparse;
  const bool half = type.form == ArscType::Form::offset16;
  ByteWriter data;
  std::vector<std::pair<std::uint32_t, std::size_t>> offsets;
  for (const ArscEntry& entry : type.entries) {
    offsets.emplace_back(entry.index, data.size());
    write_entry(data, entry, type.form == ArscType::Form::compact, index_in(keys, entry.name),
                values);
  }
  ByteWriter table;
  if (sparse) {
    for (const auto& [index, offset] : offsets) {
      table.u16(index);
      table.u16(offset / 4);
    }
  } else {
    for (std::uint32_t i = 0; i < honest_count(type); ++i) {
      const auto at = std::find_if(offsets.begin(), offsets.end(),
                                   [i](const auto& pair) { return pair.first == i; });
      const std::size_t none = half ? 0xffff : 0xffffffff;
      const std::size_t value = at == offsets.end() ? none : half ? at->second / 4 : at->second;
      if (half) {
        table.u16(value);
      } else {
        table.u32(value);
      }
    }
  }
  table.align(4);

  constexpr std::uint16_t kHeader = 20 + 64;
  const std::size_t size = kHeader + table.size() + data.size();
  out.u16(0x0201);
  out.u16(kHeader);
  out.u32(static_cast<std::uint64_t>(static_cast<std::int64_t>(size) + type.more_size));
  out.u8(type.id);
  out.u8(sparse ? 1 : half ? 2 : 0);
  out.u16(0);
  out.u32(type.entry_count.value_or(sparse ? static_cast<std::uint32_t>(offsets.size())
                                           : honest_count(type)));
  out.u32(type.entries_start.value_or(static_cast<std::uint32_t>(kHeader + table.size())));
  write_config(out, type);
  out.bytes(table.written());
  out.bytes(data.written());
}

std::vector<std::uint8_t> build_package(const ArscPackage& package,
                                        std::vector<std::string>& values) {
  std::vector<std::string> keys;
  ByteWriter types;
  for (const ArscType& type : package.values) write_type(types, type, keys, values);
  const std::vector<std::uint8_t> type_pool =
      StringPoolBuilder{.strings = package.types, .utf8 = true}.build();
  const std::vector<std::uint8_t> key_pool =
      StringPoolBuilder{.strings = keys, .utf8 = true}.build();
  ByteWriter out;
  out.u16(0x0200);
  out.u16(package.header_size);
  out.u32(package.header_size + type_pool.size() + key_pool.size() + types.size());
  out.u32(package.id);
  for (std::size_t i = 0; i < 128; ++i) {
    out.u16(i < package.name.size() ? static_cast<unsigned char>(package.name[i]) : 0u);
  }
  out.u32(package.header_size);
  out.u32(package.types.size());
  out.u32(package.header_size + type_pool.size());
  out.u32(keys.size());
  if (package.header_size >= 288) out.u32(package.type_id_offset);
  out.bytes(type_pool);
  out.bytes(key_pool);
  out.bytes(types.written());
  return out.take();
}

}  // namespace

std::vector<std::uint8_t> ArscBuilder::build() const {
  StringPoolBuilder filled = pool;
  ByteWriter body;
  for (const ArscPackage& package : packages) body.bytes(build_package(package, filled.strings));
  ByteWriter out;
  out.u16(table_type);
  out.u16(12);
  out.u32(0);
  out.u32(packages.size());
  if (string_pool) out.bytes(filled.build());
  out.bytes(body.written());
  out.set_u32(4, static_cast<std::uint64_t>(static_cast<std::int64_t>(out.size()) + more_size));
  return out.take();
}

ArscEntry string_entry(std::uint32_t index, std::string name, std::string text) {
  ArscEntry entry;
  entry.index = index;
  entry.name = std::move(name);
  entry.value.text = std::move(text);
  return entry;
}

ArscEntry reference_entry(std::uint32_t index, std::string name, std::uint32_t id) {
  ArscEntry entry;
  entry.index = index;
  entry.name = std::move(name);
  entry.value.type = 0x01;
  entry.value.data = id;
  return entry;
}

}  // namespace loanlint::testing
