// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "code/graph.h"
#include "code/program.h"

namespace loanlint::code {

/// A component that code names, and where.
struct NamedComponent {
  ClassId klass = kNone;
  Site via;
};

/// The components that an Intent may start which a method hands over: those that the method names;
/// or else those that the methods it calls or is called by name; or else those that its callers'
/// other calls name, as when one method makes an Intent and another starts it.
std::vector<NamedComponent> named_components(const Graph& graph,
                                             const std::vector<bool>& is_component, NodeId node);

}  // namespace loanlint::code
