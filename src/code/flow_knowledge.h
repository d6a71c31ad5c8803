// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/code_rules.h"
#include "code/name_set.h"
#include "code/references.h"

namespace loanlint::code {

/// What the rules say of the ways through an app, made ready once for all packages.
struct FlowKnowledge {
  /// `rules` must outlive it.
  explicit FlowKnowledge(const catalog::CodeKnowledge& rules)
      : edges(rules.edges),
        library(rules.edges, rules.sinks),
        inert(rules.edges.inert),
        receivers(rules.edges.receivers),
        containers(rules.edges.containers),
        not_data(rules.edges.not_data),
        instantiated(rules.entry_points.instantiated),
        components(rules.entry_points.components) {}

  const catalog::EdgeRules& edges;
  LibraryCalls library;
  NameSet inert, receivers, containers, not_data, instantiated, components;
};

}  // namespace loanlint::code
