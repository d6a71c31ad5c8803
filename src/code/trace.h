// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/limits.h"
#include "catalog/code_rules.h"
#include "code/analyse.h"
#include "code/context.h"
#include "code/flow_knowledge.h"
#include "code/program.h"
#include "findings/gap.h"

namespace loanlint::code {

/// Builds the call graph of `dexes` and notes in `code` which uses nothing leads to, and for each
/// data kind the shortest way from a use to the most telling way out of the app. A graph that
/// reaches its limit is a Gap.
void trace(const std::vector<ReadDex>& dexes, const CodeContext& context,
           const catalog::CodeKnowledge& rules, const FlowKnowledge& knowledge,
           const Limits& limits, Code& code, std::vector<findings::Gap>& gaps);

}  // namespace loanlint::code
