// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace loanlint::testing {

/// Writes little-endian fields, and sets some of them later.
class ByteWriter {
 public:
  void u8(std::uint64_t value) { put(value, 1); }
  void u16(std::uint64_t value) { put(value, 2); }
  void u32(std::uint64_t value) { put(value, 4); }
  void bytes(Bytes more) { out_.insert(out_.end(), more.begin(), more.end()); }
  void text(std::string_view more) { bytes(as_bytes(more)); }
  void zeros(std::size_t count) { out_.resize(out_.size() + count, 0); }
  void align(std::size_t to) {
    while (out_.size() % to != 0) out_.push_back(0);
  }
  void set_u16(std::size_t at, std::uint64_t value) { set(at, value, 2); }
  void set_u32(std::size_t at, std::uint64_t value) { set(at, value, 4); }
  std::size_t size() const { return out_.size(); }
  std::vector<std::uint8_t> take() { return std::move(out_); }
  const std::vector<std::uint8_t>& written() const { return out_; }

 private:
  void put(std::uint64_t value, std::size_t width) {
    const std::size_t at = out_.size();
    out_.resize(at + width);
    set(at, value, width);
  }
  void set(std::size_t at, std::uint64_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) {
      out_.at(at + i) = static_cast<std::uint8_t>(value >> (8 * i));
    }
  }

  std::vector<std::uint8_t> out_;
};

}  // namespace loanlint::testing
