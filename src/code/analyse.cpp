// SPDX-License-Identifier: Apache-2.0
#include "code/analyse.h"

#include "code/analysis.h"

namespace loanlint::code {

Analyser::Analyser(const catalog::CodeKnowledge& rules)
    : knowledge_(std::make_unique<const Knowledge>(rules)) {}

Analyser::~Analyser() = default;

Code Analyser::analyse(std::span<const NamedDex> dexes, const CodeContext& context,
                       const Limits& limits, std::vector<findings::Gap>& gaps) const {
  Code code = find_all(dexes, context, *knowledge_, limits, gaps);
  code.packers = recognise(knowledge_->rules.packers, context);
  code.frameworks = recognise(knowledge_->rules.frameworks, context);
  return code;
}

Code analyse(std::span<const NamedDex> dexes, const CodeContext& context,
             const catalog::CodeKnowledge& rules, const Limits& limits,
             std::vector<findings::Gap>& gaps) {
  return Analyser(rules).analyse(dexes, context, limits, gaps);
}

findings::Evidence evidence(const LocatedUse& located) {
  findings::Evidence made;
  made.entry = located.entry;
  made.where = findings::CodePlace{located.method, located.use.offset, located.use.invokes};
  made.excerpt = located.use.detail.empty() ? located.use.invokes : located.use.detail;
  return made;
}

}  // namespace loanlint::code
