// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "code/annotated.h"
#include "code/graph.h"
#include "code/program.h"

namespace loanlint::code {

/// A call, a return or a field on the way.
struct FlowStep {
  Site site;
  bool returns = false;  ///< to the caller that stands at this place
};

/// How data that is read at one place may leave the app at another.
struct FlowPath {
  std::size_t source = 0;       ///< which of the places asked for
  std::vector<FlowStep> steps;  ///< the way out is the last
  std::size_t sink_group = 0;   ///< number in the rules: the smaller, the more telling
};

/// Searches the flow of methods onward from a place: what the method does after it, what that
/// calls, what its callers do after they have the result, and what reads the fields that are
/// written on the way or is started by an Intent. It follows methods, not values, so it says
/// "may", never "does".
class FlowSearch {
 public:
  FlowSearch(const Program& program, const Graph& graph, const FlowKnowledge& knowledge,
             const Annotated& annotated, const std::vector<bool>& is_component);

  /// The shortest way from any of `sources` to the most telling sink that can be reached.
  std::optional<FlowPath> find(const std::vector<Site>& sources, std::size_t sink_groups) const;

 private:
  const Program& program_;
  const Graph& graph_;
  const FlowKnowledge& knowledge_;
  const Annotated& annotated_;
  const std::vector<bool>& is_component_;  // by class
};

}  // namespace loanlint::code
