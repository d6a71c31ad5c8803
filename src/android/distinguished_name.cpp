// SPDX-License-Identifier: Apache-2.0
#include "android/distinguished_name.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/unicode.h"

namespace loanlint::android {
namespace {

constexpr std::pair<const char*, const char*> kShort[] = {
    {"2.5.4.3", "CN"},
    {"2.5.4.5", "SERIALNUMBER"},
    {"2.5.4.6", "C"},
    {"2.5.4.7", "L"},
    {"2.5.4.8", "ST"},
    {"2.5.4.9", "STREET"},
    {"2.5.4.10", "O"},
    {"2.5.4.11", "OU"},
    {"0.9.2342.19200300.100.1.1", "UID"},
    {"0.9.2342.19200300.100.1.25", "DC"},
    {"1.2.840.113549.1.9.1", "EMAILADDRESS"},
};

std::string short_name(const std::string& oid) {
  for (const auto& [dots, name] : kShort) {
    if (oid == dots) return name;
  }
  return oid;
}

std::string hexadecimal(Bytes bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : bytes) {
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 0xf]);
  }
  return out;
}

/// Big-endian units of `width` bytes to UTF-8; an incomplete last one is dropped.
std::string wide_to_utf8(Bytes bytes, std::size_t width) {
  if (width == 2) {
    std::vector<std::uint8_t> swapped(bytes.begin(), bytes.end());
    for (std::size_t i = 0; i + 1 < swapped.size(); i += 2) std::swap(swapped[i], swapped[i + 1]);
    return utf16le_to_utf8(swapped);
  }
  std::string out;
  for (std::size_t i = 0; i + width <= bytes.size(); i += width) {
    std::uint32_t unit = 0;
    for (std::size_t k = 0; k < width; ++k) unit = unit << 8 | bytes[i + k];
    const bool scalar = unit < 0xd800 || (unit > 0xdfff && unit <= 0x10ffff);
    append_utf8(out, scalar ? static_cast<char32_t>(unit) : U'\ufffd');
  }
  return out;
}

struct Text {
  bool known = false;  ///< false: of no string type
  std::string utf8 = {};
};

Text text_of(const DerValue& value) {
  switch (value.tag) {
    case der_tag::kUtf8String:
    case der_tag::kNumericString:
    case der_tag::kPrintableString:
    case der_tag::kIa5String:
    case der_tag::kVisibleString:
      return {true, valid_utf8(as_text(value.bytes))};
    case der_tag::kTeletexString:
      // Latin-1 is what writers of this type put in, whatever T.61 says.
      return {true, wide_to_utf8(value.bytes, 1)};
    case der_tag::kBmpString:
      return {true, wide_to_utf8(value.bytes, 2)};
    case der_tag::kUniversalString:
      return {true, wide_to_utf8(value.bytes, 4)};
    default:
      return {};
  }
}

/// RFC 4514, 2.4: what would end or alter the value gets a backslash.
std::string escaped(const std::string& text) {
  constexpr std::string_view kSpecial = ",+\"\\<>;";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool edge_space = c == ' ' && (i == 0 || i + 1 == text.size());
    const bool leading_hash = c == '#' && i == 0;
    if (c == '\0') {
      out += "\\00";
      continue;
    }
    if (edge_space || leading_hash || kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string dotted(const DerValue& oid) {
  std::string out;
  std::uint64_t number = 0;
  bool open = true;  // the last number has no last byte yet
  bool first = true;
  for (std::size_t i = 0; i < oid.bytes.size(); ++i) {
    const std::uint8_t byte = oid.bytes[i];
    if (number >> 57 != 0) malformed(oid.content.offset() + i, "object identifier: too large");
    number = number << 7 | (byte & 0x7fU);
    open = (byte & 0x80) != 0;
    if (open) continue;
    if (first) {
      // The first number holds two: X.690, 8.19.4.
      const std::uint64_t root = std::min<std::uint64_t>(number / 40, 2);
      out = std::to_string(root) + "." + std::to_string(number - root * 40);
      first = false;
    } else {
      out += "." + std::to_string(number);
    }
    number = 0;
  }
  if (open) malformed(oid.content.offset(), "object identifier: cut short");
  return out;
}

bool same_name(const DistinguishedName& left, const DistinguishedName& right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(left.text.begin(), left.text.end(), right.text.begin(), right.text.end(),
                    [lower](char a, char b) { return lower(a) == lower(b); });
}

DistinguishedName read_distinguished_name(DerValue name) {
  DistinguishedName result;
  std::vector<std::string> parts;
  while (name.content.left() > 0) {
    DerValue part = read_der(name.content, der_tag::kSet, "part of a name");
    std::string text;
    while (part.content.left() > 0) {
      DerValue pair = read_der(part.content, der_tag::kSequence, "attribute of a name");
      const std::string type =
          short_name(dotted(read_der(pair.content, der_tag::kObjectId, "type of an attribute")));
      const DerValue value = read_der(pair.content, "value of an attribute");
      const Text decoded = text_of(value);
      if (type == "CN" && decoded.known) result.common_name = decoded.utf8;
      if (!text.empty()) text += " + ";
      text += type + "=" + (decoded.known ? escaped(decoded.utf8) : "#" + hexadecimal(value.whole));
    }
    parts.push_back(std::move(text));
  }
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (!result.text.empty()) result.text += ", ";
    result.text += *part;
  }
  return result;
}

}  // namespace loanlint::android
