// SPDX-License-Identifier: Apache-2.0
#include "code/intents.h"

#include <algorithm>

namespace loanlint::code {
namespace {

constexpr std::size_t kMostNeighbours = 64;

class Namer {
 public:
  Namer(const Graph& graph, const std::vector<bool>& is_component)
      : graph_(graph), is_component_(is_component) {}

  void add(NodeId node) {
    for (const Event& event : graph_.events(node)) {
      if (event.kind() != Event::Kind::mention || !is_component_[event.index()]) continue;
      named.push_back({event.index(), {node, event.offset}});
    }
  }

  void add_called(NodeId node) {
    for (const Event& event : graph_.events(node)) {
      if (event.kind() != Event::Kind::call) continue;
      for (const NodeId target : graph_.list(event.index())) {
        if (neighbours_++ < kMostNeighbours) add(target);
      }
    }
  }

  std::vector<NamedComponent> named;

 private:
  const Graph& graph_;
  const std::vector<bool>& is_component_;
  std::size_t neighbours_ = 0;
};

}  // namespace

std::vector<NamedComponent> named_components(const Graph& graph,
                                             const std::vector<bool>& is_component, NodeId node) {
  Namer namer(graph, is_component);
  namer.add(node);
  if (!namer.named.empty()) return namer.named;
  namer.add_called(node);
  std::span<const Site> callers = graph.callers(node);
  callers = callers.first(std::min(callers.size(), kMostNeighbours));
  if (namer.named.empty()) {
    for (const Site& caller : callers) namer.add(caller.node);
  }
  if (namer.named.empty()) {
    Namer beside(graph, is_component);
    for (const Site& caller : callers) beside.add_called(caller.node);
    return beside.named;
  }
  return namer.named;
}

}  // namespace loanlint::code
