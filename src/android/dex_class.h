// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "android/dex.h"
#include "base/cursor.h"

namespace loanlint::android {

inline constexpr std::uint32_t kAccStatic = 0x8;
inline constexpr std::uint32_t kAccNative = 0x100;
inline constexpr std::uint32_t kAccInterface = 0x200;
inline constexpr std::uint32_t kAccAbstract = 0x400;

/// A cursor over the file of `dex` from an offset on. Throws FormatError, naming `field`, when the
/// offset lies past the end.
Cursor at_offset(const Dex& dex, std::uint32_t offset, const char* field);

/// A field of a class_data_item.
struct EncodedField {
  std::uint32_t field_idx = kNoIndex;
  std::uint32_t access_flags = 0;
};

/// A method of a class_data_item.
struct EncodedMethod {
  std::uint32_t method_idx = kNoIndex;
  std::uint32_t access_flags = 0;
  std::uint32_t code_off = 0;  ///< 0: abstract or native
};

/// What a class defines. One value can be read into again and again, which keeps its memory.
struct ClassData {
  std::vector<EncodedField> static_fields;
  std::vector<EncodedField> instance_fields;
  std::vector<EncodedMethod> direct_methods;
  std::vector<EncodedMethod> virtual_methods;
};

/// Reads the class_data_item at `class_data_off` (0 gives an empty one) into `data`. Throws
/// FormatError when it breaks off; what came before the break stays in `data`.
void read_class_data(const Dex& dex, std::uint32_t class_data_off, ClassData& data);

/// A code_item.
struct CodeItem {
  std::uint16_t registers_size = 0;
  std::uint16_t ins_size = 0;
  std::uint32_t insns_off = 0;  ///< where the instructions start in the file
  Bytes insns;                  ///< whole 16-bit units
};

/// Reads the code_item at `code_off`. Throws FormatError when it does not lie in the file.
CodeItem read_code(const Dex& dex, std::uint32_t code_off);

/// The string constants among a class's static values: a static field and what it starts as.
struct StaticString {
  std::uint32_t field_idx = kNoIndex;
  std::uint32_t string_idx = kNoIndex;
};

/// Reads the encoded_array at `static_values_off`, whose values belong to `static_fields` in
/// order, and keeps the strings. Throws FormatError when it breaks off.
std::vector<StaticString> read_static_strings(const Dex& dex, std::uint32_t static_values_off,
                                              std::span<const EncodedField> static_fields);

}  // namespace loanlint::android
