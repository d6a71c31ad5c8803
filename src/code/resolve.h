// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/flow_rules.h"
#include "code/context.h"
#include "code/program.h"
#include "code/references.h"

namespace loanlint::code {

/// Not yet looked at, where 0 is the empty list and kNone is nothing.
inline constexpr std::uint32_t kUnset = 0xfffffffe;

/// What a row of method_ids names.
struct MethodRef {
  std::uint32_t exact = kUnset;       ///< list of the method itself
  std::uint32_t overridden = kUnset;  ///< list of all that may answer a virtual call
  std::uint32_t spawned = 0;          ///< list of what a library runs because of the call
  LibraryMeaning meaning = {};
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
  Resolver(const Program& program, const catalog::EdgeRules& edges,
           const std::vector<catalog::SinkGroup>& sinks, const CodeContext& context);

  /// nullptr when the table has no such row.
  const MethodRef* method(std::uint32_t dex, std::uint32_t index, bool virtual_call);
  const FieldRef* field(std::uint32_t dex, std::uint32_t index);
  /// The list of classes that a string names.
  std::uint32_t named(std::uint32_t dex, std::uint32_t string_index);

  /// Lists of methods or classes: a count, then so many numbers, again and again; the list at 0 is
  /// empty.
  const std::vector<std::uint32_t>& lists() const { return lists_; }
  std::uint32_t make_list(const std::vector<std::uint32_t>& numbers);
  std::vector<std::uint32_t> take_lists() { return std::move(lists_); }

  /// True when a call on the class has too many answers to follow.
  bool is_wide(ClassId klass) const { return wide_[klass]; }
  std::size_t field_count() const { return numbers_.size(); }

 private:
  void look_up(std::uint32_t dex, std::uint32_t index, MethodRef& ref);
  void look_up_field(std::uint32_t dex, std::uint32_t index, FieldRef& ref);
  std::uint32_t find_spawned(ClassId klass, const catalog::Spawn& spawn);
  std::uint32_t find_overrides(std::uint32_t dex, std::uint32_t index);
  /// The Java name of the first library type above a class; empty when there is none.
  std::string_view ancestor(ClassId klass) const;

  const Program& program_;
  const catalog::EdgeRules& edges_;
  LibraryCalls library_;
  NamedClasses named_;
  std::vector<std::uint32_t> lists_ = {0};
  std::vector<std::vector<MethodRef>> methods_;               // by DEX, by method index
  std::vector<std::vector<FieldRef>> fields_;                 // by DEX, by field index
  std::vector<std::vector<std::uint32_t>> texts_;             // by DEX, by string index
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;  // of fields
  std::vector<bool> wide_;                                    // by class
};

}  // namespace loanlint::code
