// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/string_pool_builder.h"

namespace loanlint::testing {

/// A value of a resource: text, or a typed number.
struct ArscValue {
  std::string text = {};
  std::uint8_t type = 0x03;  ///< of a string; otherwise `data` counts
  std::uint32_t data = 0;
};

/// An entry at `index` of its type, simple or (with `items`) a bag.
struct ArscEntry {
  std::uint32_t index = 0;
  std::string name = {};
  ArscValue value = {};
  std::vector<ArscValue> items = {};
  bool bag = false;
  std::optional<std::uint32_t> item_count = {};  ///< written instead of the honest one
};

/// The values of one type for one configuration.
struct ArscType {
  enum class Form : std::uint8_t { plain, sparse, offset16, compact };

  std::uint8_t id = 1;
  std::vector<ArscEntry> entries = {};
  std::string language = {};  ///< two letters, or none
  std::string region = {};
  std::string script = {};
  std::uint16_t sdk = 0;
  std::uint16_t density = 0;
  Form form = Form::plain;
  std::optional<std::uint32_t> entry_count = {};    ///< written instead of the honest one
  std::optional<std::uint32_t> entries_start = {};  ///< likewise
  std::int64_t more_size = 0;                       ///< added to the size that is written
};

struct ArscPackage {
  std::uint32_t id = 0x7f;
  std::string name = "com.example.loan";
  std::vector<std::string> types = {"string"};
  std::vector<ArscType> values = {};
  std::uint32_t type_id_offset = 0;
  std::uint16_t header_size = 288;
};

/// A resource table to be written.
struct ArscBuilder {
  std::vector<ArscPackage> packages = {};
  StringPoolBuilder pool = {};  ///< its strings are filled in by build()
  std::uint16_t table_type = 0x0002;
  std::int64_t more_size = 0;
  bool string_pool = true;

  std::vector<std::uint8_t> build() const;
};

ArscEntry string_entry(std::uint32_t index, std::string name, std::string text);
ArscEntry reference_entry(std::uint32_t index, std::string name, std::uint32_t id);

}  // namespace loanlint::testing
