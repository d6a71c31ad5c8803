// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "code/evaluator.h"
#include "code/program.h"

namespace loanlint::code {

/// The code of a whole program, to be evaluated. The program must outlive it.
class ProgramSource : public CodeSource {
 public:
  explicit ProgramSource(const Program& program) : program_(program) {}

  const android::Dex& dex(std::size_t number) const override;
  MethodBody method(std::size_t dex, std::uint32_t method_idx) const override;
  StaticTexts statics(std::size_t dex, std::uint32_t field_idx) const override;
  /// The body of a method itself.
  MethodBody body(NodeId node) const;

 private:
  const Program& program_;
};

}  // namespace loanlint::code
