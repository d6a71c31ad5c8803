// SPDX-License-Identifier: Apache-2.0
#include "android/wire.h"

#include <string>

#include "base/error.h"

namespace loanlint::android {

std::optional<WireField> next_field(Cursor& in) {
  if (in.left() == 0) return std::nullopt;
  const std::size_t start = in.offset();
  const std::uint64_t tag = in.varint("field tag");
  WireField field;
  field.number = static_cast<std::uint32_t>(tag >> 3);
  if (tag >> 32 != 0 || field.number == 0) malformed(start, "field tag: no such field number");
  switch (tag & 7) {
    case 0:
      field.integer = in.varint("field value");
      break;
    case 1:
      field.integer = in.u64("field value");
      break;
    case 2: {
      const std::uint64_t size = in.varint("field length");
      if (size > in.left()) {
        malformed(in.offset(), "field: needs " + std::to_string(size) + " bytes, " +
                                   std::to_string(in.left()) + " left");
      }
      field.offset = in.offset();
      field.bytes = in.take(static_cast<std::size_t>(size), "field");
      field.delimited = true;
      break;
    }
    case 5:
      field.integer = in.u32("field value");
      break;
    default:
      malformed(start, "field tag: wire type " + std::to_string(tag & 7));
  }
  return field;
}

}  // namespace loanlint::android
