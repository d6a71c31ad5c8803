// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "code/graph.h"
#include "code/name_set.h"
#include "code/program.h"

namespace loanlint::code {

/// True when a stream that a method writes to may lead to the first group of sinks, which is the
/// network: the method opens it, or another of its class, which keeps one of `conduits` in a field.
bool streams_out(const Program& program, const Graph& graph, const NameSet& conduits, NodeId node);

}  // namespace loanlint::code
