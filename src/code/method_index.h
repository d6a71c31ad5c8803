// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "code/evaluator.h"
#include "code/hash.h"
#include "code/program.h"
#include "code/uses.h"

namespace loanlint::code {

/// Finds the methods that code names, by class, name and prototype, across the DEX files of a
/// package. Of classes defined twice the first counts.
class MethodIndex : public CodeSource {
 public:
  /// A DEX without a class table has no methods that can be found.
  explicit MethodIndex(std::vector<ReadDex> dexes);

  /// The method that a row of method_ids names: of the class there, or of one above it.
  std::optional<MethodCode> find(std::size_t dex, std::uint32_t method_idx) const;

  const android::Dex& dex(std::size_t number) const override { return *dexes_[number].dex; }
  MethodBody method(std::size_t dex, std::uint32_t method_idx) const override;
  StaticTexts statics(std::size_t dex, std::uint32_t field_idx) const override;

 private:
  std::optional<MethodCode> find_in(std::uint32_t klass, const std::string& name,
                                    const std::string& prototype) const;

  struct Definition {
    std::size_t dex;
    std::uint32_t row;
  };
  std::vector<ReadDex> dexes_;
  std::vector<Definition> definitions_;
  HashIndex by_name_;  // where in definitions_
};

}  // namespace loanlint::code
