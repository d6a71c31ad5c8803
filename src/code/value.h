// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::code {

/// Longer texts keep their beginning.
inline constexpr std::size_t kLongestText = 512;

/// What is known of the content of a register.
struct Value {
  enum class Kind : std::uint8_t {
    unknown,
    text,     ///< a string; `texts` are the strings it may be
    klass,    ///< a java.lang.Class; `texts` are its possible names, as in Java
    uri,      ///< an android.net.Uri made at `site`; of `texts`, or of field mark `mark`
    builder,  ///< a StringBuilder made at `site`, holding `texts`
    array,    ///< an array of objects made at `site`
    intent    ///< an android.content.Intent made at `site`
  };
  Kind kind = Kind::unknown;
  bool open = false;            ///< texts: more follows that is not known
  std::uint32_t site = 0;       ///< code offset of what made it
  std::uint16_t mark = 0xffff;  ///< of the field it was read from, if that is marked
  std::vector<std::string> texts = {};

  friend bool operator<(const Value& a, const Value& b);
};

/// True for StringBuilder and StringBuffer, by descriptor.
bool is_builder_class(std::string_view klass);
/// A string constant.
Value text_value(std::string text);
/// True when `texts` holds what the value reads as.
bool has_text(const Value& value);
/// Sorts the alternatives; of more than four only their common beginning is kept.
void keep_few(Value& value);

}  // namespace loanlint::code
