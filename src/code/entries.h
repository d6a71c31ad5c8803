// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "catalog/flow_rules.h"
#include "code/annotated.h"
#include "code/context.h"
#include "code/flow_knowledge.h"
#include "code/graph.h"
#include "code/program.h"

namespace loanlint::code {

/// The methods by which the system enters the app: those of the manifest's components, of what the
/// system makes by itself and those with certain annotations; without a manifest, of every class
/// that could be a component.
std::vector<NodeId> find_entries(const Program& program, const catalog::EntryRules& rules,
                                 const FlowKnowledge& knowledge, const CodeContext& context,
                                 const Annotated& annotated);

/// Which of some methods can run at all, and how they are reached.
class Reach {
 public:
  /// Looks no further when all of `wanted` are reached; only of these alive() and way_to() speak.
  Reach(const Program& program, const Graph& graph, const std::vector<NodeId>& entries,
        const std::vector<NodeId>& wanted);

  bool alive(NodeId node) const { return alive_[node]; }
  /// The calls from an entry point to `node`, in order; empty for an entry point itself.
  std::vector<Site> way_to(NodeId node) const;

 private:
  void go(NodeId node, Site from);
  void go_all(ClassId klass, Site from);
  void go_initialiser(ClassId klass, Site from);
  void go_native(NodeId node);

  const Program& program_;
  const Graph& graph_;
  std::vector<bool> alive_;
  std::vector<Site> from_;       // by node: what reached it first
  std::vector<bool> mentioned_;  // by class
  std::vector<bool> wanted_;     // by node: not reached so far
  std::size_t missing_ = 0;
  std::vector<NodeId> work_;
};

}  // namespace loanlint::code
