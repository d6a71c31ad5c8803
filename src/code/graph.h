// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/buffer.h"
#include "base/limits.h"
#include "code/annotated.h"
#include "code/context.h"
#include "code/event.h"
#include "code/flow_knowledge.h"
#include "code/program.h"

namespace loanlint::code {

/// A place that calls a method, or reads a field.
struct Site {
  NodeId node = kNone;
  std::uint32_t offset = 0;
};

/// Who calls whom in a package: virtual calls by class-hierarchy analysis; objects handed to a
/// library are taken to be called back from where they are made. An over-approximation, but for
/// reflection with unknown names and native code.
class Graph {
 public:
  Graph(const Program& program, const FlowKnowledge& knowledge, const CodeContext& context,
        const Annotated& annotated, const Limits& limits);

  /// The events of a method, in code order.
  std::span<const Event> events(NodeId node) const {
    return std::span(events_).subspan(first_event_[node],
                                      first_event_[node + 1] - first_event_[node]);
  }
  /// The methods of a list that a call names.
  std::span<const NodeId> list(std::uint32_t at) const {
    return std::span(lists_).subspan(at + 1, lists_[at]);
  }
  /// The methods that a library may call on an object of a class.
  std::span<const NodeId> callbacks(ClassId klass) const { return list(callback_lists_[klass]); }
  /// Where a method is called, or made callable.
  std::span<const Site> callers(NodeId node) const {
    return std::span(callers_).subspan(first_caller_[node],
                                       first_caller_[node + 1] - first_caller_[node]);
  }
  std::span<const Site> readers(std::uint32_t field) const {
    return std::span(readers_).subspan(first_reader_[field],
                                       first_reader_[field + 1] - first_reader_[field]);
  }
  /// True when Limits.graph_edges was reached: what lies beyond is not in the graph.
  bool cut() const { return cut_; }
  /// True when Limits.evaluated_steps was reached: what computed names lead to is not in the graph.
  bool evaluation_cut() const { return evaluation_cut_; }

 private:
  friend class GraphBuilder;

  using Sites = std::vector<Site, BulkAllocator<Site>>;

  EventList events_;
  std::vector<std::uint32_t> first_event_;  // by node, and one more
  std::vector<std::uint32_t> lists_;        // a count, then so many nodes, again and again
  std::vector<std::uint32_t> callback_lists_;
  Sites callers_, readers_;
  std::vector<std::uint32_t> first_caller_, first_reader_;
  bool cut_ = false;
  bool evaluation_cut_ = false;
};

}  // namespace loanlint::code
