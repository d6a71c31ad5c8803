// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "android/dex_class.h"
#include "android/dex_code.h"
#include "code/value.h"

namespace loanlint::code {

/// A call met on the way, with what is known of its arguments.
struct Invocation {
  std::uint32_t offset = 0;  ///< in 16-bit units
  std::uint32_t method_idx = 0;
  std::string_view klass;  ///< descriptor of the class named
  std::string_view name;
  std::vector<const Value*> args;  ///< by register, the receiver first
};

/// Told of calls, field reads and texts that are put into fields, in code order, once each.
class FlowVisitor {
 public:
  virtual ~FlowVisitor() = default;
  virtual void on_invoke(const Invocation& call) = 0;
  virtual void on_field_read(std::uint32_t field_idx, std::uint32_t offset) = 0;
  virtual void on_field_write(std::uint32_t field_idx, const std::set<std::string>& texts) = 0;
};

/// The strings that fields hold, or the arrays in them: by class descriptor and field name.
using FieldTexts = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

/// The texts that calls and static fields give where that is known otherwise, by code offset.
using CallTexts = std::map<std::uint32_t, std::set<std::string>>;

/// Follows constants through the registers of one method: strings and their concatenation,
/// classes, URIs, arrays of strings, Intents. Joins where branches meet; keeps up to four
/// alternatives. Values from outside the method are unknown, but for texts of fields and arguments.
class ConstantFlow {
 public:
  /// `field_marks` gives the mark of each field index; a read of a marked field is a uri.
  ConstantFlow(const android::Dex& dex, const std::vector<std::uint16_t>& field_marks,
               const FieldTexts& fields, const CallTexts& call_texts)
      : dex_(dex), field_marks_(field_marks), fields_(fields), call_texts_(call_texts) {}

  /// `arguments` are what is known of the method's own, by register, the receiver first; they may
  /// be left out.
  void run(const android::CodeItem& code, FlowVisitor& visitor,
           const std::vector<Value>& arguments = {});

  /// All strings put into the array made at `site` of the method last run.
  const std::set<std::string>& array_texts(std::uint32_t site) const;

 private:
  using Id = std::uint32_t;           // of a value; 0 is unknown
  using Registers = std::vector<Id>;  // empty: never reached

  Id intern(const Value& value);
  Id join(Id a, Id b);
  bool join_into(Registers& stored, const Registers& other);
  void find_leaders(Bytes insns);
  bool sweep(const android::CodeItem& code, FlowVisitor* visitor);
  void execute(const android::Instruction& in, Registers& registers, FlowVisitor* visitor);
  void invoke(const android::Instruction& in, const android::Operands& operands,
              Registers& registers, FlowVisitor* visitor);
  Id result_of(const Invocation& call, Registers& registers);
  Id append(const Value& builder, const Value& tail);
  Id read_constant(std::uint32_t string_idx);
  Id read_field(std::uint32_t field_idx, std::uint32_t offset);
  Id read_element(const Value& array);
  Id any_of_texts(const std::set<std::string>& texts);
  void write_field(std::uint32_t field_idx, const Value& value, FlowVisitor& visitor);
  bool branch(const android::Instruction& in, const Registers& registers);

  const android::Dex& dex_;
  const std::vector<std::uint16_t>& field_marks_;
  const FieldTexts& fields_;
  const CallTexts& call_texts_;

  std::vector<Value> values_;
  std::map<Value, Id> ids_;
  std::map<std::uint32_t, Registers> leaders_;  // by code offset: where branches meet
  std::map<std::uint32_t, std::set<std::string>> arrays_;
  Registers start_;  // what the registers hold when the method is entered
  Id result_ = 0;    // of the last invoke, for move-result
};

}  // namespace loanlint::code
