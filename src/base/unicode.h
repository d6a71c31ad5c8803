// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace loanlint {

/// True for well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text);

/// One code point read from UTF-8.
struct CodePoint {
  char32_t value;    ///< U+FFFD when the bytes are not UTF-8
  std::size_t size;  ///< bytes it took, at least 1
  bool valid;
};

/// The code point that starts at `text[at]`; `at` must be inside. A bad sequence gives U+FFFD
/// and moves one byte, so a walk always ends.
CodePoint decode_utf8(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t code_point);

/// UTF-16LE to UTF-8; a lone surrogate becomes U+FFFD. An odd last byte is ignored.
std::string utf16le_to_utf8(Bytes utf16);

/// `text` with every byte that is not UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

/// DEX's modified UTF-8 (NUL as C0 80, supplementary characters as two surrogates of three bytes
/// each) to UTF-8; what is malformed becomes U+FFFD.
/// Format: source.android.com, Dalvik executable format, "MUTF-8 encoding".
std::string mutf8_to_utf8(std::string_view mutf8);

/// Characters of `utf8` as Java and SARIF count them: UTF-16 units.
std::size_t utf16_units(std::string_view utf8);

}  // namespace loanlint
