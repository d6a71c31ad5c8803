// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace loanlint::testing {

/// Writes DEX files, honest or not. Rows stand in the order in which they were first named, which
/// an honest file would sort; whatever is built can be spoilt afterwards with put().
class DexBuilder {
 public:
  struct Method {
    std::uint32_t index = 0;
    std::uint32_t access_flags = 1;
    std::uint16_t registers = 8;
    std::vector<std::uint16_t> insns = {};  ///< none: no code
    bool is_virtual = true;
  };

  std::uint32_t string(std::string_view text);
  std::uint32_t type(std::string_view descriptor);
  std::uint32_t proto(std::string_view result, const std::vector<std::string>& parameters);
  std::uint32_t field(std::string_view klass, std::string_view name, std::string_view type);
  std::uint32_t method(std::string_view klass, std::string_view name, std::string_view result,
                       const std::vector<std::string>& parameters);
  /// A class with its methods, which must be given in the order of their indexes, and with static
  /// fields that start as strings.
  void add_class(std::string_view descriptor, std::string_view superclass,
                 std::vector<Method> methods,
                 std::vector<std::pair<std::uint32_t, std::uint32_t>> static_strings = {});

  /// The file; `version` is what the magic says, `header_at` where a container puts it.
  std::vector<std::uint8_t> build(std::string_view version = "035", std::uint32_t header_at = 0,
                                  std::uint32_t container_size = 0) const;

 private:
  struct Proto {
    std::uint32_t shorty, result;
    std::vector<std::uint32_t> parameters;
    friend bool operator==(const Proto&, const Proto&) = default;
  };
  struct Member {
    std::uint32_t klass, of, name;
    friend bool operator==(const Member&, const Member&) = default;
  };
  struct Class {
    std::uint32_t type, superclass;
    std::vector<Method> methods;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> static_strings;
  };

  std::vector<std::string> strings_;
  std::vector<std::uint32_t> types_;
  std::vector<Proto> protos_;
  std::vector<Member> fields_, methods_;
  std::vector<Class> classes_;
};

/// Overwrites a little-endian value; the place must be inside.
template <class Unsigned>
void put(std::vector<std::uint8_t>& bytes, std::size_t at, Unsigned value) {
  for (std::size_t i = 0; i < sizeof(Unsigned); ++i) {
    bytes.at(at + i) = static_cast<std::uint8_t>(value >> (8 * i));
  }
}

// Where the header keeps what tests lie about.
inline constexpr std::size_t kDexFileSize = 0x20;
inline constexpr std::size_t kDexHeaderSize = 0x24;
inline constexpr std::size_t kDexEndianTag = 0x28;
inline constexpr std::size_t kDexStringIds = 0x38;
inline constexpr std::size_t kDexTypeIds = 0x40;
inline constexpr std::size_t kDexMethodIds = 0x58;
inline constexpr std::size_t kDexClassDefs = 0x60;

}  // namespace loanlint::testing
