// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/string_pool_builder.h"

namespace loanlint::testing {

inline const std::string kAndroid = "http://schemas.android.com/apk/res/android";

/// An attribute to be written. The default is android:name-like: in the android namespace, found
/// by its id, with the string both as value and as source text.
struct AxmlAttribute {
  std::uint32_t id = 0;  ///< 0: the name is not in the resource map
  std::string name = {};
  std::string text = {};  ///< the value when `type` is that of a string
  std::uint8_t type = 0x03;
  std::uint32_t data = 0;  ///< the value otherwise
  std::optional<std::string> ns = kAndroid;
  std::optional<std::uint32_t> ns_index = {};  ///< written instead of `ns`
  std::optional<std::string> raw = {};         ///< source text that differs
};

AxmlAttribute string_attribute(std::uint32_t id, std::string name, std::string text);
AxmlAttribute integer_attribute(std::uint32_t id, std::string name, std::uint32_t value);
AxmlAttribute reference_attribute(std::uint32_t id, std::string name, std::uint32_t resource);
/// An attribute without id and namespace, such as package="…".
AxmlAttribute plain_attribute(std::string name, std::string text);

/// An element to be written, with the lies that tests tell about its bytes.
struct AxmlElement {
  std::string name = {};
  std::vector<AxmlAttribute> attributes = {};
  std::vector<AxmlElement> children = {};
  std::optional<std::string> ns = {};
  std::uint16_t header_size = 16;
  std::uint16_t attribute_start = 20;
  std::uint16_t attribute_size = 20;
  std::optional<std::uint16_t> attribute_count = {};
  std::size_t tail = 0;      ///< junk bytes after the attributes
  std::size_t end_tail = 0;  ///< junk bytes after the end
  bool closed = true;
  std::vector<std::uint8_t> raw = {};  ///< these bytes instead of an element
};

/// The start of `<uses-permission android:name="…"/>`.
AxmlElement uses_permission(std::string permission, std::string element = "uses-permission");
/// Bytes in the place of an element.
AxmlElement raw_bytes(std::vector<std::uint8_t> bytes);
/// A chunk of a type nobody knows, with `body` zero bytes after its header.
std::vector<std::uint8_t> unknown_chunk(std::uint16_t header_size, std::size_t body = 0,
                                        std::uint16_t type = 0x1234);
std::vector<std::uint8_t> cdata_chunk();
/// Elements inside each other, named by the first string of the pool.
std::vector<std::uint8_t> nested_elements(std::size_t depth);

/// A document to be written as binary XML.
struct AxmlBuilder {
  AxmlElement root = {};
  StringPoolBuilder pool = {};  ///< its strings are filled in by build()
  std::uint16_t root_type = 0x0003;
  std::uint16_t root_header_size = 8;
  std::int64_t more_root_size = 0;  ///< added to the size that is written
  std::vector<std::uint8_t> before_pool = {};
  std::vector<std::uint8_t> after_pool = {};  ///< before the resource map
  std::vector<AxmlElement> after_end = {};    ///< after the root
  std::vector<std::uint8_t> end_chunk = {};   ///< instead of the end of the namespace
  std::vector<std::uint8_t> after_root = {};  ///< not counted in the root's size
  std::string prefix = "android";
  std::string uri = kAndroid;
  bool declare_namespace = true;
  bool resource_map = true;
  bool map_before_pool = false;

  std::vector<std::uint8_t> build() const;
  /// Index that a string has in the built pool.
  std::uint32_t index_of(const std::string& text) const;
};

/// A manifest as ordinary tools write it: package, uses-sdk (min 21, target 30), READ_CONTACTS,
/// READ_SMS and an application with a Chinese label and a launcher activity.
AxmlBuilder ordinary_manifest();

}  // namespace loanlint::testing
