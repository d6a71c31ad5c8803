// SPDX-License-Identifier: Apache-2.0
#include "support/string_pool_builder.h"

#include "base/unicode.h"
#include "support/byte_writer.h"

namespace loanlint::testing {
namespace {

std::vector<std::uint16_t> utf16(const std::string& text) {
  std::vector<std::uint16_t> units;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    char32_t value = point.value;
    if (value > 0xffff) {
      value -= 0x10000;
      units.push_back(static_cast<std::uint16_t>(0xd800 + (value >> 10)));
      value = 0xdc00 + (value & 0x3ff);
    }
    units.push_back(static_cast<std::uint16_t>(value));
    at += point.size;
  }
  return units;
}

void write_utf8_length(ByteWriter& out, std::size_t length) {
  if (length > 0x7f) out.u8(0x80 | ((length >> 8) & 0x7f));
  out.u8(length & 0xff);
}

}  // namespace

std::vector<std::uint8_t> StringPoolBuilder::build() const {
  ByteWriter data;
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i < strings.size(); ++i) {
    offsets.push_back(data.size());
    const std::vector<std::uint16_t> units = utf16(strings[i]);
    const std::uint8_t terminator = unterminated == i ? 0x41 : 0;
    if (utf8) {
      write_utf8_length(data, units.size() + (wrong_utf16_length == i ? 1 : 0));
      write_utf8_length(data, strings[i].size());
      data.text(strings[i]);
      data.u8(terminator);
    } else {
      if (units.size() > 0x7fff) data.u16(0x8000 | (units.size() >> 16));
      data.u16(units.size() & 0xffff);
      for (const std::uint16_t unit : units) data.u16(unit);
      data.u16(terminator);
    }
  }
  data.align(4);
  // A terminator of its own, so that one broken string does not break the pool.
  data.u32(0);

  const std::size_t start = header_size + 4 * strings.size();
  ByteWriter out;
  out.u16(0x0001);
  out.u16(header_size);
  out.u32(static_cast<std::uint64_t>(static_cast<std::int64_t>(start + data.size()) + more_size));
  out.u32(strings.size() + more_strings);
  out.u32(style_count.value_or(0));
  out.u32(utf8 ? 1u << 8 : 0);
  out.u32(strings_start.value_or(static_cast<std::uint32_t>(start)));
  out.u32(styles_start.value_or(0));
  if (header_size > out.size()) out.zeros(header_size - out.size());
  for (const std::size_t offset : offsets) out.u32(offset);
  out.bytes(data.written());
  return out.take();
}

}  // namespace loanlint::testing
