// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "android/res_value.h"
#include "android/string_pool.h"
#include "base/limits.h"
#include "findings/gap.h"

namespace loanlint::android {

/// Stands for "no string"; also what binary XML writes for it.
inline constexpr std::uint32_t kNoString = 0xffffffff;
inline constexpr std::uint32_t kNoParent = 0xffffffff;

/// An attribute as it is written; strings are indexes for XmlTree::text().
struct XmlAttribute {
  std::uint32_t ns = kNoString;
  std::uint32_t name = kNoString;
  std::uint32_t raw = kNoString;  ///< the source text, which Android reads for few attributes
  std::uint32_t resource_id = 0;  ///< 0: the name stands for itself
  ResValue value = {};
};

/// What is unusual about the bytes of an element, though Android does not mind.
enum ElementOddity : std::uint8_t {
  kOddHeaderSize = 1,
  kOddAttributeStart = 2,
  kOddAttributeSize = 4,
  kTailBytes = 8,
};

struct XmlElement {
  std::uint32_t ns = kNoString;
  std::uint32_t name = kNoString;
  std::uint32_t parent = kNoParent;  ///< index of the element around it
  std::uint32_t depth = 1;           ///< the root has 1
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  std::uint32_t source_line = 0;  ///< line of the XML that was compiled, as the file claims
  std::uint8_t oddities = 0;      ///< of ElementOddity
  bool after_end = false;         ///< stands after the end of the root: Android never gets there
  std::uint64_t offset = 0;       ///< in the file
};

struct XmlNamespace {
  std::uint32_t prefix = kNoString;
  std::uint32_t uri = kNoString;
};

/// Why Android would not take a document.
struct Refusal {
  findings::Message why = {};
  std::uint64_t offset = 0;
  std::int64_t since_api = 0;  ///< the first API level that refuses; 0: all do
};

/// An XML document in document order, from whichever form it had in the package.
///
/// Strings are decoded when asked for, once each. A tree read from binary XML views the bytes it
/// was read from: they must outlive it. Not for use by several threads at once.
class XmlTree {
 public:
  enum class Form : std::uint8_t { binary, protobuf, plain };

  std::vector<XmlElement> elements;
  std::vector<XmlNamespace> namespaces;  ///< every declaration, in order
  std::vector<findings::Trick> tricks;   ///< the first of each kind; entry names are empty
  std::vector<Refusal> refusals;
  std::vector<findings::Gap> gaps;
  Form form = Form::binary;

  std::span<const XmlAttribute> attributes(const XmlElement& element) const {
    return {attributes_.data() + element.first_attribute, element.attribute_count};
  }
  std::size_t attribute_count() const { return attributes_.size(); }

  /// The string at `index`, or nothing where Android reads none.
  std::optional<std::string_view> text(std::uint32_t index) const;
  /// The string at `index` as lenient tools read it.
  std::optional<std::string_view> lenient_text(std::uint32_t index) const;
  /// The name of an element, "" when it cannot be read. Android gives up a document over a name
  /// of UTF-16 that lacks its terminator; then the name is what lenient tools read.
  std::string_view name(const XmlElement& element) const;
  /// True when Android gives up the document over the name of `element`.
  bool name_is_refused(const XmlElement& element) const;
  /// The value of `attribute` as text: its string, or format_value(). `tree.text(raw)` differs
  /// from it in hostile files only.
  std::string value_text(const XmlAttribute& attribute) const;

  /// Binary form: the pool in force, and those that stood before it.
  void set_pools(std::vector<StringPool> pools);
  const std::vector<StringPool>& former_pools() const { return former_pools_; }
  const StringPool& pool() const { return pool_; }

  /// Adds a string of our own (protobuf and plain form) and gives its index.
  std::uint32_t intern(std::string_view text);
  void add_attribute(const XmlAttribute& attribute) { attributes_.push_back(attribute); }
  /// Sorts the attributes of the last element by resource id, as compiled XML has them.
  void sort_last_attributes();
  /// Records that reading stopped at `offset`, where Limits::xml_nodes was reached.
  void add_nodes_gap(std::uint64_t offset, const Limits& limits);
  /// Records a trick unless one of that kind is recorded already.
  void add_trick(std::string_view id, std::uint64_t offset, std::string detail);

 private:
  void check_work() const;

  std::vector<XmlAttribute> attributes_;
  StringPool pool_;
  std::vector<StringPool> former_pools_;
  // Decoded strings by place in the pool, so that a million indexes of one string cost one.
  mutable std::unordered_map<std::uint32_t, std::optional<std::string>> decoded_;
  mutable std::unordered_map<std::uint32_t, std::optional<std::string>> lenient_;
  std::deque<std::string> own_;
  std::unordered_map<std::string_view, std::uint32_t> own_index_;
};

}  // namespace loanlint::android
