// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "code/flow_knowledge.h"
#include "code/graph.h"
#include "code/program.h"

namespace loanlint::code {

/// The code offsets of the calls of a method that are given nothing but constants, in order.
std::vector<std::uint32_t> constant_calls(const Program& program, const FlowKnowledge& knowledge,
                                          NodeId node);

/// True when a branch between the code offset `from` and the place was on the content of a text:
/// then even a constant tells something of it.
bool told_before(const Program& program, const FlowKnowledge& knowledge, std::uint32_t from,
                 Site site);

/// True when what is written at a place is still there when its method runs again: under a key, in
/// a static field, or in one of its own object.
bool stays(const Program& program, Site site);

/// The number of the sink group that an Intent takes which the method makes, with what is not
/// known in its URI: one that asks to view a page takes its address to the network.
std::optional<std::size_t> opened_uri(const Program& program, const FlowKnowledge& knowledge,
                                      NodeId node);

}  // namespace loanlint::code
