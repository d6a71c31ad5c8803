// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "code/annotated.h"
#include "code/context.h"
#include "code/flow_knowledge.h"
#include "code/program.h"
#include "code/references.h"

namespace loanlint::code {

/// Not yet looked at, where 0 is the empty list and kNone is nothing.
inline constexpr std::uint32_t kUnset = 0xfffffffe;

/// What a call leads to beside methods of the package.
struct LibraryRef {
  std::uint32_t spawned = 0;  ///< list of what a library runs because of the call
  LibraryMeaning meaning = {};
};

/// What a call of a row of method_ids leads to.
struct CallRow {
  std::uint32_t list = 0;            ///< the methods of the package that may answer
  const LibraryRef* more = nullptr;  ///< nullptr for most
};

/// What a row of field_ids names.
struct FieldRef {
  std::uint32_t number = kUnset;  ///< of the field in the package; kNone: it carries no data
  ClassId klass = kNone;
  bool container = false;  ///< filled after it was fetched
};

/// Resolves the references of DEX tables to methods, fields and classes of the package, each once.
class Resolver {
 public:
  Resolver(const Program& program, const FlowKnowledge& knowledge, const CodeContext& context,
           const Annotated& annotated);

  CallRow call(std::uint32_t dex, std::uint32_t index, bool virtual_call) {
    std::vector<MethodRow>& rows = methods_[dex];
    if (index >= rows.size()) return {};
    MethodRow& row = rows[index];
    if (row.exact == kUnset) look_up(dex, index, row);
    if (virtual_call && row.overridden == kUnset) row.overridden = find_overrides(dex, index);
    return {virtual_call ? row.overridden : row.exact,
            row.library == kNone ? nullptr : &library_[row.library]};
  }
  /// nullptr when the table has no such row.
  const FieldRef* field(std::uint32_t dex, std::uint32_t index) {
    if (index >= fields_[dex].size()) return nullptr;
    FieldRef& ref = fields_[dex][index];
    if (ref.number == kUnset) look_up_field(dex, index, ref);
    return &ref;
  }
  /// The list of classes that a string names.
  std::uint32_t named(std::uint32_t dex, std::uint32_t string_index) {
    std::vector<std::uint32_t>& texts = texts_[dex];
    if (string_index >= texts.size()) return 0;
    if (texts[string_index] == kUnset) texts[string_index] = look_up_text(dex, string_index);
    return texts[string_index];
  }

  /// The classes that a text names which code has made.
  std::span<const ClassId> classes_named(std::string_view text) { return named_.of(text); }

  /// The number of what is kept under a key, beside those of the fields.
  std::uint32_t kept_under(std::string_view key);
  /// True when some rule names a member so.
  bool may_be_sink(std::string_view member) const { return knowledge_.library.names(member); }
  /// The sink that a class and a member name for reflection; 0xffff when it is none.
  std::uint16_t reflected_sink(std::string_view java_class, std::string_view member) const;

  /// Lists of methods or classes: a count, then so many numbers, again and again; the list at 0 is
  /// empty.
  const std::vector<std::uint32_t>& lists() const { return lists_; }
  /// The list of one method.
  static std::uint32_t list_of(NodeId node) { return 1 + 2 * node; }
  std::uint32_t make_list(std::span<const std::uint32_t> numbers);
  std::vector<std::uint32_t> take_lists() { return std::move(lists_); }

  /// True when a call on the class has too many answers to follow.
  bool is_wide(ClassId klass) const { return wide_[klass]; }
  std::size_t field_count() const { return field_count_; }

 private:
  /// Whether rules name a member so.
  enum class Listed : std::uint8_t { unknown, no, yes };
  /// What is known of a type as that of a field.
  enum class Role : std::uint8_t { unknown, data, container, not_data };

  struct MethodRow {
    std::uint32_t exact = kUnset;       // list of the method itself
    std::uint32_t overridden = kUnset;  // list of all that may answer a virtual call
    std::uint32_t library = kNone;      // where in library_
  };

  bool is_listed(std::uint32_t dex, std::uint32_t name_idx);
  void look_up(std::uint32_t dex, std::uint32_t index, MethodRow& row);
  void look_up_field(std::uint32_t dex, std::uint32_t index, FieldRef& ref);
  std::uint32_t look_up_text(std::uint32_t dex, std::uint32_t string_index);
  std::uint32_t find_spawned(ClassId klass, const catalog::Spawn& spawn);
  std::uint32_t find_overrides(std::uint32_t dex, std::uint32_t index);
  /// True of a method with a body, in DEX or outside.
  bool runs(NodeId node) const;
  Role role_of(std::uint32_t dex, std::uint32_t type_idx);
  /// The descriptor of the first library type above a class; empty when there is none.
  std::string_view ancestor(ClassId klass) const;

  const Program& program_;
  const FlowKnowledge& knowledge_;
  const Annotated& annotated_;
  NamedClasses named_;
  std::vector<std::uint32_t> lists_ = {0};
  std::deque<LibraryRef> library_;
  std::vector<std::vector<MethodRow>> methods_;    // by DEX, by method index
  std::vector<std::vector<FieldRef>> fields_;      // by DEX, by field index
  std::vector<std::vector<Listed>> listed_;        // by DEX, by string index
  std::vector<std::vector<std::uint32_t>> texts_;  // by DEX, by string index
  std::vector<std::vector<Role>> roles_;           // by DEX, by type
  std::vector<std::uint32_t> first_field_;         // by DEX: the number of its first field
  std::uint32_t field_count_ = 0;
  HashIndex undefined_;     // numbers of fields that no class of the package defines
  std::vector<bool> wide_;  // by class
};

}  // namespace loanlint::code
