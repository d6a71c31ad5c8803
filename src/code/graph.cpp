// SPDX-License-Identifier: Apache-2.0
#include "code/graph.h"

#include <algorithm>

#include "code/event_reader.h"
#include "code/resolve.h"

namespace loanlint::code {
class GraphBuilder {
 public:
  GraphBuilder(Graph& graph, const Program& program, const FlowKnowledge& knowledge,
               const CodeContext& context, const Annotated& annotated, const Limits& limits)
      : graph_(graph),
        program_(program),
        limits_(limits),
        resolver_(program, knowledge, context, annotated),
        reader_(program, resolver_, knowledge, limits.evaluated_steps, graph.events_) {}

  void build() {
    const std::vector<Node>& nodes = program_.nodes();
    graph_.first_event_.reserve(nodes.size() + 1);
    graph_.events_.reserve(std::min(nodes.size() * 16, limits_.graph_edges));
    for (NodeId node = 0; node < nodes.size(); ++node) {
      graph_.first_event_.push_back(static_cast<std::uint32_t>(graph_.events_.size()));
      if (nodes[node].code_off == 0 || graph_.cut_) continue;
      reader_.read(node);
      graph_.cut_ = graph_.events_.size() >= limits_.graph_edges || reader_.cut();
    }
    graph_.first_event_.push_back(static_cast<std::uint32_t>(graph_.events_.size()));
    graph_.evaluation_cut_ = reader_.evaluation_cut();
    add_callbacks();
    graph_.lists_ = resolver_.take_lists();
    index_callers();
    index_readers();
  }

 private:
  /// True when a library, or a call too wide to follow, may call methods of the class.
  bool is_called_back(ClassId klass) const {
    for (int steps = 0; klass != kNone && steps < 256; ++steps) {
      const ClassInfo& info = program_.classes()[klass];
      if (info.external_type != kNone || resolver_.is_wide(klass)) return true;
      for (std::uint32_t at = info.interfaces; at != kNone; at = program_.link(at).next) {
        if (resolver_.is_wide(program_.link(at).klass)) return true;
      }
      klass = info.super;
    }
    return false;
  }

  /// The virtual methods of a class, its own and those that it inherits.
  std::vector<NodeId> virtual_methods(ClassId id) const {
    std::vector<NodeId> found;
    std::vector<std::uint64_t> selectors;  // of what is found, so that nothing overridden is
    ClassId klass = id;
    for (int steps = 0; klass != kNone && steps < 64; ++steps) {  // it may run in a circle
      const ClassInfo& info = program_.classes()[klass];
      const std::size_t below = selectors.size();
      for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
        const Node& method = program_.nodes()[node];
        if (!method.is_virtual || method.code_off == 0) continue;
        // A class without a superclass of the package, as most are, has nothing to compare.
        if (klass != id || info.super != kNone) {
          const std::uint64_t selector = program_.selector(node);
          const auto end = selectors.begin() + static_cast<std::ptrdiff_t>(below);
          if (std::find(selectors.begin(), end, selector) != end) continue;
          selectors.push_back(selector);
        }
        found.push_back(node);
      }
      klass = info.super;
      if (found.size() > 256) break;
    }
    return found;
  }

  void add_callbacks() {
    graph_.callback_lists_.assign(program_.classes().size(), 0);
    std::vector<bool> wanted(program_.classes().size());
    for (const Event& event : graph_.events_) {
      if (event.kind() == Event::Kind::alloc || event.kind() == Event::Kind::mention) {
        wanted[event.index()] = true;
      }
    }
    for (ClassId id = 0; id < wanted.size(); ++id) {
      if (!wanted[id] || !is_called_back(id)) continue;
      graph_.callback_lists_[id] = resolver_.make_list(virtual_methods(id));
    }
  }

  template <class Each>
  void each_call(const Each& each) const {
    for (NodeId node = 0; node < program_.nodes().size(); ++node) {
      for (const Event& event : graph_.events(node)) {
        if (event.kind() == Event::Kind::call) {
          for (const NodeId target : graph_.list(event.index())) each(node, event.offset, target);
        } else if (event.kind() == Event::Kind::alloc) {
          for (const NodeId target : graph_.callbacks(event.index())) {
            each(node, event.offset, target);
          }
        }
      }
    }
  }

  void index_callers() {
    std::vector<std::uint32_t>& first = graph_.first_caller_;
    first.assign(program_.nodes().size() + 1, 0);
    std::size_t edges = 0;
    each_call([&](NodeId, std::uint32_t, NodeId target) {
      if (edges++ < limits_.graph_edges) ++first[target + 1];
    });
    graph_.cut_ |= edges > limits_.graph_edges;
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    graph_.callers_.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    edges = 0;
    each_call([&](NodeId node, std::uint32_t offset, NodeId target) {
      if (edges++ < limits_.graph_edges) graph_.callers_[next[target]++] = {node, offset};
    });
  }

  void index_readers() {
    std::vector<std::uint32_t>& first = graph_.first_reader_;
    first.assign(resolver_.field_count() + 1, 0);
    for (const Event& event : graph_.events_) {
      if (event.kind() == Event::Kind::read) ++first[event.index() + 1];
    }
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    graph_.readers_.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (NodeId node = 0; node < program_.nodes().size(); ++node) {
      for (const Event& event : graph_.events(node)) {
        if (event.kind() == Event::Kind::read) {
          graph_.readers_[next[event.index()]++] = {node, event.offset};
        }
      }
    }
  }

  Graph& graph_;
  const Program& program_;
  const Limits& limits_;
  Resolver resolver_;
  EventReader reader_;
};

Graph::Graph(const Program& program, const FlowKnowledge& knowledge, const CodeContext& context,
             const Annotated& annotated, const Limits& limits) {
  GraphBuilder(*this, program, knowledge, context, annotated, limits).build();
}

}  // namespace loanlint::code
