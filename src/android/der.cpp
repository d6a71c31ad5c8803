// SPDX-License-Identifier: Apache-2.0
#include "android/der.h"

#include <string>

#include "base/error.h"

namespace loanlint::android {
namespace {

constexpr std::uint8_t kConstructed = 0x20;
constexpr std::uint8_t kLongTag = 0x1f;
constexpr std::uint8_t kIndefinite = 0x80;

struct Header {
  std::uint8_t tag = 0;
  bool indefinite = false;
  std::size_t length = 0;
};

Header read_header(Cursor& in, const char* field) {
  Header header;
  const std::size_t start = in.offset();
  header.tag = in.u8(field);
  if ((header.tag & kLongTag) == kLongTag) {
    malformed(start, std::string(field) + ": a tag above 30");
  }
  const std::uint8_t first = in.u8(field);
  if (first < kIndefinite) {
    header.length = first;
    return header;
  }
  if (first == kIndefinite) {
    if ((header.tag & kConstructed) == 0) {
      malformed(start, std::string(field) + ": an indefinite length on a primitive value");
    }
    header.indefinite = true;
    return header;
  }
  const std::size_t digits = first & 0x7fU;
  if (digits > 4) malformed(start, std::string(field) + ": a length of more than 4 bytes");
  for (const std::uint8_t byte : in.take(digits, field)) {
    header.length = header.length << 8 | byte;
  }
  return header;
}

/// Bytes up to the end-of-contents that closes the value `in` stands in. Without recursion: the
/// nesting of the values inside is anybody's choice.
std::size_t indefinite_length(Cursor in, const char* field) {
  const std::size_t start = in.offset();
  for (std::size_t open = 1;;) {
    const std::size_t end = in.offset();
    const Header header = read_header(in, field);
    if (header.tag == 0 && header.length == 0) {
      if (--open == 0) return end - start;
    } else if (header.indefinite) {
      ++open;
    } else {
      in.skip(header.length, field);
    }
  }
}

}  // namespace

DerValue read_der(Cursor& in, const char* field) {
  Cursor ahead = in;
  const Header header = read_header(ahead, field);
  const std::size_t length = header.indefinite ? indefinite_length(ahead, field) : header.length;
  const Cursor content = ahead.window(length, field);
  if (header.indefinite) ahead.skip(2, field);
  Cursor again = in;
  const Bytes whole = again.take(ahead.offset() - in.offset(), field);
  const Bytes bytes = whole.subspan(content.offset() - in.offset(), length);
  in = ahead;
  return {header.tag, whole, content, bytes};
}

DerValue read_der(Cursor& in, std::uint8_t tag, const char* field) {
  const std::size_t start = in.offset();
  Cursor ahead = in;
  const DerValue value = read_der(ahead, field);
  if (value.tag != tag) {
    malformed(start, std::string(field) + ": tag " + std::to_string(value.tag) + " where " +
                         std::to_string(tag) + " belongs");
  }
  in = ahead;
  return value;
}

std::uint8_t next_tag(Cursor in) { return in.left() == 0 ? std::uint8_t{0} : in.u8("tag"); }

}  // namespace loanlint::android
