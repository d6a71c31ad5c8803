// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/bytes.h"
#include "base/cursor.h"

namespace loanlint::android {

/// One field of a protobuf message. Only one of the values means anything, by the wire type.
struct WireField {
  std::uint32_t number = 0;
  std::uint64_t integer = 0;  ///< varint, fixed 64 or fixed 32
  Bytes bytes = {};           ///< length-delimited
  std::size_t offset = 0;     ///< of `bytes` in the file
  bool delimited = false;

  std::string_view text() const { return as_text(bytes); }
  Cursor message() const { return Cursor(bytes, offset); }
};

/// The next field of `in`, or nothing at its end. Throws FormatError.
///
/// A reader of the wire format and no more: a manifest in an app bundle needs a dozen fields of
/// two messages, for which generated classes, their descriptors and the protobuf library would be
/// larger and slower to start than everything else the scanner does.
/// Format: protobuf.dev, Encoding; groups, long out of use, are refused.
std::optional<WireField> next_field(Cursor& in);

}  // namespace loanlint::android
