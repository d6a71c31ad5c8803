// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/error.h"
#include "code/class_table.h"
#include "code/method_index.h"
#include "code/uses.h"

namespace loanlint::code {

/// A DEX in which constants are followed.
struct MarkedDex {
  const android::Dex* dex = nullptr;
  const Marks* marks = nullptr;
  const ClassTable* classes = nullptr;
};

/// Follows constants from the method they stand in to others of the package, as arguments of calls
/// and through fields, where they may become a use: a helper that is given a content URI.
class ConstantTrail {
 public:
  using Broken = std::function<void(std::size_t dex, const FormatError& error)>;

  /// Texts of fields are added to `fields`, which `search` reads. `broken` is told of methods
  /// that cannot be read.
  ConstantTrail(std::vector<MarkedDex> dexes, const MethodIndex& methods, const UseSearch& search,
                FieldTexts& fields, Broken broken);

  /// The uses that the constants of `handed_on` make in other methods, but for those in `known`.
  std::vector<Use> follow(HandedOn handed_on, const std::vector<Use>& known);

 private:
  void enter(const HandedOn::Call& call);
  void read_again(const FieldTexts& added);
  void look_into(const MethodCode& method, const std::vector<Value>& arguments);
  void keep(const Use& use);

  std::vector<MarkedDex> dexes_;
  const MethodIndex& methods_;
  const UseSearch& search_;
  FieldTexts& fields_;
  Broken broken_;
  HandedOn next_;
  std::vector<Use> found_;
  std::set<std::tuple<std::size_t, std::uint32_t, std::uint32_t, std::string, std::string>> known_;
  std::set<std::pair<std::pair<std::size_t, std::uint32_t>, std::vector<Value>>> entered_;
  std::size_t entries_left_;
};

}  // namespace loanlint::code
