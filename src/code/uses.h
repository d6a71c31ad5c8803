// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "android/dex_class.h"
#include "catalog/code_rules.h"
#include "code/constants.h"
#include "code/marks.h"
#include "findings/gap.h"

namespace loanlint::code {

/// How a use was recognised.
enum class How : std::uint8_t {
  call,        ///< an invoke names the member
  field,       ///< an sget names the field
  uri,         ///< a constant text became a content URI
  reflection,  ///< the member was looked up by constant names
  permission,  ///< a constant permission name went into a check or request
  intent,      ///< an Intent was told what to pick
  parent       ///< the class extends the one listed
};

std::string_view name(How how);

/// One place where code does something with a data kind, or loads further code.
struct Use {
  std::string kind;  ///< data kind; empty: loads code
  catalog::Deed deed = catalog::Deed::read;
  How how = How::call;
  std::size_t dex = 0;                           ///< number of the DEX among those analysed
  std::uint32_t class_idx = android::kNoIndex;   ///< type index of the class that holds the code
  std::uint32_t method_idx = android::kNoIndex;  ///< the method; kNoIndex for a class as such
  std::uint32_t offset = 0;                      ///< of the instruction, in 16-bit units
  std::string invokes;                           ///< the member it names
  std::string detail;                            ///< the constant it was resolved from, if any
};

/// One method with code, as its class lists it.
struct MethodCode {
  std::size_t dex = 0;
  std::uint32_t class_idx = android::kNoIndex;
  android::EncodedMethod method;
};

/// Constants that lead to a use and leave the method they stand in.
struct HandedOn {
  /// A call of a row of method_ids, with what is known of its arguments.
  struct Call {
    std::size_t dex = 0;
    std::uint32_t method_idx = 0;
    std::vector<Value> args = {};
  };
  std::vector<Call> calls;
  FieldTexts fields;
};

/// What to look for and where.
struct UseSearch {
  const Marker& marker;
  const catalog::Carriers& carriers;
  const catalog::LoadingRules& loading;
  const FieldTexts& fields;
};

/// The uses in one method, in code order, when it is called with `arguments` (see
/// ConstantFlow::run) and its calls give `call_texts`. Adds to `handed_on`. Throws FormatError when
/// its code cannot be read.
std::vector<Use> find_uses(const UseSearch& search, const android::Dex& dex, const Marks& marks,
                           const MethodCode& method, const std::vector<Value>& arguments,
                           const CallTexts& call_texts, HandedOn& handed_on);

}  // namespace loanlint::code
