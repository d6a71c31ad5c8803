// SPDX-License-Identifier: Apache-2.0
#include "code/askers.h"

#include <set>

namespace loanlint::code {

Askers find_askers(const Program& program, const Graph& graph,
                   const std::vector<bool>& is_component) {
  Askers askers;
  for (NodeId node = 0; node < program.nodes().size(); ++node) {
    std::set<ClassId> named;
    for (const Event& event : graph.events(node)) {
      if (event.kind() == Event::Kind::mention && is_component[event.index()]) {
        named.insert(event.index());
      } else if (event.kind() == Event::Kind::start) {
        for (const ClassId klass : named) askers.emplace(klass, Site{node, event.offset});
        named.clear();
      }
    }
  }
  return askers;
}

}  // namespace loanlint::code
