// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/limits.h"
#include "catalog/code_rules.h"
#include "code/context.h"
#include "code/owner.h"
#include "code/packers.h"
#include "code/program.h"
#include "code/uses.h"
#include "findings/evidence.h"
#include "findings/gap.h"

namespace loanlint::code {

/// A use with everything a report needs; free of the DEX bytes it came from.
struct LocatedUse {
  Use use;
  std::string entry;   ///< the DEX it stands in
  std::string klass;   ///< Java name of the class
  std::string method;  ///< "Lcom/x/Y;->z(I)V"; the class's descriptor for a class as such
  Owner owner;
  NodeId node = kNone;  ///< its method in the call graph, while that is there
  bool dead = false;    ///< nothing that the system starts leads here
};

/// A way on which data of one kind may leave the app.
struct Sent {
  std::string kind;
  std::string sink;                       ///< "network", "cloud", "web_view", "sms", "log"
  std::size_t use = 0;                    ///< the use it starts from, in Code::uses
  std::vector<findings::CodePlace> path;  ///< entry point, …, the use, …, the way out
};

/// What the code of one package does. Holds no views of the DEX bytes; the packers and SDKs it
/// names live in the knowledge it was made with.
struct Code {
  std::vector<LocatedUse> uses;   ///< by DEX, class and place
  std::vector<LocatedUse> loads;  ///< where further code is loaded
  std::vector<Sent> sent;         ///< at most one for each data kind
  std::vector<Recognised> packers;
  std::vector<Recognised> frameworks;
  std::vector<std::string> sdks;      ///< ids of the SDKs whose classes or libraries are there
  std::vector<std::string> withheld;  ///< as CodeContext::withheld
  std::size_t dex_count = 0;          ///< DEX files read, those inside containers counted
  bool complete = true;               ///< every DEX was read to its end
  bool evaluation_cut = false;        ///< there was more to evaluate than Limits.evaluated_steps

  bool withholds(std::string_view kind) const {
    return std::find(withheld.begin(), withheld.end(), kind) != withheld.end();
  }
};

struct Knowledge;

/// The rules about code, made ready once for many packages.
class Analyser {
 public:
  /// `rules` must outlive it.
  explicit Analyser(const catalog::CodeKnowledge& rules);
  ~Analyser();

  /// Reads all DEX files of a package and finds what they do with each data kind. What cannot be
  /// read is a Gap, and the rest is read all the same; never throws FormatError.
  Code analyse(std::span<const NamedDex> dexes, const CodeContext& context, const Limits& limits,
               std::vector<findings::Gap>& gaps) const;

 private:
  std::unique_ptr<const Knowledge> knowledge_;
};

/// Analyser::analyse of one package alone.
Code analyse(std::span<const NamedDex> dexes, const CodeContext& context,
             const catalog::CodeKnowledge& rules, const Limits& limits,
             std::vector<findings::Gap>& gaps);

/// The place of a use, as findings show it.
findings::Evidence evidence(const LocatedUse& located);

}  // namespace loanlint::code
