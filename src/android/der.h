// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/bytes.h"
#include "base/cursor.h"

namespace loanlint::android {

/// Tags of ASN.1 that certificates and signatures use, in their encoded form.
namespace der_tag {
inline constexpr std::uint8_t kInteger = 0x02;
inline constexpr std::uint8_t kBitString = 0x03;
inline constexpr std::uint8_t kObjectId = 0x06;
inline constexpr std::uint8_t kUtf8String = 0x0c;
inline constexpr std::uint8_t kNumericString = 0x12;
inline constexpr std::uint8_t kPrintableString = 0x13;
inline constexpr std::uint8_t kTeletexString = 0x14;
inline constexpr std::uint8_t kIa5String = 0x16;
inline constexpr std::uint8_t kUtcTime = 0x17;
inline constexpr std::uint8_t kGeneralizedTime = 0x18;
inline constexpr std::uint8_t kVisibleString = 0x1a;
inline constexpr std::uint8_t kUniversalString = 0x1c;
inline constexpr std::uint8_t kBmpString = 0x1e;
inline constexpr std::uint8_t kSequence = 0x30;
inline constexpr std::uint8_t kSet = 0x31;
inline constexpr std::uint8_t kContext0 = 0xa0;  ///< [0], constructed
}  // namespace der_tag

/// One value of ASN.1 with its tag.
struct DerValue {
  std::uint8_t tag;
  Bytes whole;     ///< tag, length and content
  Cursor content;  ///< at its place in the file
  Bytes bytes;     ///< what `content` reads
};

/// Reads the next value and moves `in` past it.
///
/// Lengths of BER are taken too, the indefinite one among them: signature files of other tools
/// than Android's have it. Tags above 30 are malformed; nothing here has one.
/// Format: ITU-T X.690 (02/2021), clauses 8.1 and 10.
DerValue read_der(Cursor& in, const char* field);

/// As above; another tag than `tag` is malformed.
DerValue read_der(Cursor& in, std::uint8_t tag, const char* field);

/// The tag of the next value, or 0 at the end.
std::uint8_t next_tag(Cursor in);

/// True when `in` starts with the tag `tag`, which is then to be read.
inline bool has_tag(const Cursor& in, std::uint8_t tag) { return next_tag(in) == tag; }

}  // namespace loanlint::android
