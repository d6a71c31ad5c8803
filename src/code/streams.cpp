// SPDX-License-Identifier: Apache-2.0
#include "code/streams.h"

#include <algorithm>

namespace loanlint::code {
namespace {

bool opens_network(const Graph& graph, NodeId node) {
  const std::span<const Event> events = graph.events(node);
  return std::any_of(events.begin(), events.end(), [](const Event& event) {
    return event.kind() == Event::Kind::sink && event.index() == 0;
  });
}

}  // namespace

bool streams_out(const Program& program, const Graph& graph, const NameSet& conduits, NodeId node) {
  if (opens_network(graph, node)) return true;
  const ClassId klass = program.nodes()[node].klass;
  if (!program.has_field_of(klass, conduits)) return false;
  const ClassInfo& info = program.classes()[klass];
  for (NodeId other = info.first_node; other < info.first_node + info.nodes; ++other) {
    if (opens_network(graph, other)) return true;
  }
  return false;
}

}  // namespace loanlint::code
