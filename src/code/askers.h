// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "code/graph.h"
#include "code/program.h"

namespace loanlint::code {

/// By component: the calls that start or ask it, of methods that named it before.
using Askers = std::multimap<ClassId, Site>;

/// `is_component` is by class.
Askers find_askers(const Program& program, const Graph& graph,
                   const std::vector<bool>& is_component);

}  // namespace loanlint::code
