// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "android/dex.h"
#include "android/dex_class.h"
#include "android/dex_code.h"
#include "code/concrete.h"
#include "code/constants.h"
#include "code/program.h"

namespace loanlint::code {

/// A method of the package that can be evaluated.
struct MethodBody {
  std::size_t dex = 0;         ///< number of the DEX that holds it
  std::uint32_t code_off = 0;  ///< 0: none
};

/// How the static fields of a class start.
struct StaticTexts {
  std::map<std::string, std::string> texts;  ///< by name, as stored
  MethodBody initialiser;
};

/// How the static fields of a row of class_defs start; what cannot be read is left out.
StaticTexts read_statics(const ReadDex& dex, std::size_t number, std::uint32_t row);

/// Where an evaluator finds the code of a package.
class CodeSource {
 public:
  virtual ~CodeSource() = default;
  virtual const android::Dex& dex(std::size_t number) const = 0;
  /// The method that a row of method_ids names.
  virtual MethodBody method(std::size_t dex, std::uint32_t method_idx) const = 0;
  /// How the static fields of the class of a row of field_ids start.
  virtual StaticTexts statics(std::size_t dex, std::uint32_t field_idx) const = 0;
};

/// Runs pieces of code that depend on nothing from outside, as those do that put a name or a URI
/// together or decode it, to learn which texts they make. Where a branch depends on what is not
/// known, both ways are gone once. Does a limited number of steps, whatever the code is.
class Evaluator {
 public:
  explicit Evaluator(const CodeSource& source) : source_(source) {}

  /// The texts that calls and static fields give in one method, when nothing is known of its
  /// arguments. Code that cannot be read gives none.
  CallTexts call_texts(const MethodBody& method);
  /// Instructions evaluated so far, for all methods.
  std::size_t total_steps() const { return total_steps_; }

 private:
  struct Frame {
    std::vector<Concrete> registers;
    Concrete result;  // of the last call
  };
  /// One method with its branches.
  struct Run {
    std::size_t dex = 0;
    int depth = 0;
    CallTexts* texts = nullptr;
    Frame frame;
    std::uint32_t next = 0;  // code offset, in 16-bit units
    struct Way {
      std::uint32_t at = 0;
      Frame frame;
    };
    std::vector<Way> ways;          // not yet gone
    std::set<std::uint32_t> gone;   // places of branches on what is not known
    std::optional<Concrete> given;  // what the method returns
    Bytes insns;
  };

  Concrete enter(const MethodBody& method, const std::vector<Concrete>& args, int depth);
  Concrete evaluate(const MethodBody& method, const std::vector<Concrete>& args, int depth,
                    CallTexts* texts);
  bool step(Run& run, const android::Instruction& in);
  bool compute(Frame& frame, const android::Instruction& in, const android::Operands& operands);
  bool touch_memory(Run& run, const android::Instruction& in, const android::Operands& operands);
  void invoke(Run& run, const android::Instruction& in, const android::Operands& operands);
  void note(Run& run, std::uint32_t offset, const Concrete& value);
  Concrete read_static(std::size_t dex, std::uint32_t field_idx, int depth);

  using FieldKey = std::pair<std::string, std::string>;  // class and name
  FieldKey key_of(std::size_t dex, std::uint32_t field_idx) const;

  const CodeSource& source_;
  ConcreteHeap heap_;
  std::map<FieldKey, Concrete> fields_;  // whichever object they are of
  std::set<std::string> initialised_;    // classes
  std::size_t steps_ = 0;                // for the method asked for
  std::size_t total_steps_ = 0;
};

}  // namespace loanlint::code
