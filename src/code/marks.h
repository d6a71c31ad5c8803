// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "android/dex.h"
#include "android/dex_code.h"
#include "catalog/code_rules.h"
#include "catalog/signatures.h"

namespace loanlint::code {

inline constexpr std::uint16_t kNoMark = 0xffff;

/// Some rows of the tables that instructions point into, to be asked of every instruction.
class HotRows {
 public:
  HotRows() : bits_(kWords * 4) {}
  void add(android::IndexKind kind, std::uint32_t index) {
    const std::size_t at = word(kind, index);
    if (index < kRows) bits_[at] |= std::uint64_t{1} << (index & 63);
  }
  /// `index` is below 65536, as 16 bits hold. Never true of IndexKind::none.
  bool holds(android::IndexKind kind, std::uint32_t index) const {
    return (bits_[word(kind, index)] >> (index & 63) & 1) != 0;
  }

 private:
  static constexpr std::uint32_t kRows = 65536;
  static constexpr std::size_t kWords = kRows / 64;
  static std::size_t word(android::IndexKind kind, std::uint32_t index) {
    // none, string, type and field stand as they are numbered; the others are not asked for.
    static_assert(static_cast<int>(android::IndexKind::method) == 4);
    const auto set = static_cast<std::size_t>(kind) & 7;
    return kSets[set] * kWords + (index >> 6);
  }
  static constexpr std::uint8_t kSets[8] = {0, 1, 0, 2, 3, 0, 0, 0};
  std::vector<std::uint64_t> bits_;
};

/// Rows of one DEX's tables that a signature speaks of. Most DEX files of most packages have
/// none, and then their code need not be walked at all.
struct Marks {
  std::vector<std::uint16_t> methods;  ///< by method index: number of the signature, or kNoMark
  std::vector<std::uint16_t> fields;   ///< by field index
  std::vector<std::uint16_t> parents;  ///< by type index
  std::vector<bool> strings;           ///< by string index: a constant that may lead to a use
  HotRows hot;                         ///< all marked methods, fields and strings
  bool any_code = false;               ///< a method, field or string is marked
  bool any_parent = false;
  std::uint32_t holes = 0;  ///< strings that cannot be read
};

/// True when an instruction of `insns` names something marked.
bool mentions(Bytes insns, const Marks& marks);

/// All signatures, ready to be looked for in the tables of many DEX files.
class Marker {
 public:
  Marker(const catalog::Signatures& signatures, const catalog::LoadingRules& loading,
         const catalog::Carriers& carriers);

  /// With `hidden`, code that makes URIs of texts is marked too: they may not stand there as such.
  Marks mark(const android::Dex& dex, bool hidden) const;

  /// The signature a method mark speaks of; nullptr when it is one of code loading.
  const catalog::MemberSignature* call(std::uint16_t mark) const;
  const catalog::MemberSignature& field(std::uint16_t mark) const;
  const catalog::MemberSignature& parent(std::uint16_t mark) const;
  bool loads_code(std::uint16_t mark) const;

  /// The signature of a class member by its Java names, for reflection.
  const catalog::MemberSignature* find_call(std::string_view klass, std::string_view member) const;
  const catalog::MemberSignature* find_field(std::string_view klass, std::string_view member) const;
  /// True when the class, by its Java name, is itself one that signatures list.
  bool offers(std::string_view java_class) const;
  /// The signature of a content URI; nullptr when it is none of ours.
  const catalog::TextSignature* find_uri(std::string_view uri) const;
  const catalog::TextSignature* find_permission(std::string_view name) const;
  const catalog::TextSignature* find_pick(std::string_view mime_type) const;

 private:
  /// Signatures of one table, found by class.
  class ClassIndex {
   public:
    void add(const std::string& klass, std::uint16_t number);
    /// The signatures of a class in the order of the rules; nullptr for most classes.
    const std::vector<std::uint16_t>* find(std::string_view descriptor, std::uint64_t hash) const;

   private:
    struct Glob {
      std::string pattern;
      std::string start;  // what stands before the first star
      std::vector<std::uint16_t> numbers;
    };
    std::unordered_map<std::uint64_t, std::vector<std::uint16_t>> exact_;  // by hash of descriptor
    std::vector<Glob> globs_;
  };
  /// A constant to look for: whole, or as a beginning.
  struct Needle {
    std::string text;
    bool whole;
  };
  void add_needle(std::string text, bool whole);
  bool is_needle(std::string_view onwards) const;
  void mark_strings(const android::Dex& dex, Marks& marks) const;
  void mark_parsers(const android::Dex& dex, Marks& marks) const;

  const catalog::Signatures& signatures_;
  const catalog::LoadingRules& loading_;
  const catalog::Carriers& carriers_;
  std::vector<std::string> parsers_;  // descriptors of the classes of carriers_.parse
  ClassIndex calls_, fields_, parents_;
  std::unordered_map<std::uint32_t, std::vector<Needle>> needles_;  // by their first four bytes
  std::vector<bool> first_two_;                                     // beginnings worth a look
};

}  // namespace loanlint::code
