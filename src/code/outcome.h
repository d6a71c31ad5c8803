// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "code/flow_knowledge.h"
#include "code/name_set.h"
#include "code/program.h"

namespace loanlint::code {

/// True when a caller may have the data of a method afterwards: it returns more than a yes or no,
/// or fills one of `containers` that it was given.
bool hands_back(const Program& program, const NameSet& containers, NodeId node);

/// True when whoever catches an exception may have it: the method makes one after the offset
/// `from`, out of more than constant text.
bool raises(const Program& program, const FlowKnowledge& knowledge, NodeId node,
            std::uint32_t from);

}  // namespace loanlint::code
