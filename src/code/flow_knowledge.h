// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catalog/code_rules.h"
#include "code/annotation_rules.h"
#include "code/name_set.h"
#include "code/references.h"

namespace loanlint::code {

/// What the rules say of the ways through an app, made ready once for all packages.
struct FlowKnowledge {
  /// `rules` must outlive it.
  explicit FlowKnowledge(const catalog::CodeKnowledge& rules)
      : edges(rules.edges),
        sinks(rules.sinks),
        library(rules.edges, rules.sinks, rules.streams),
        annotations(rules.entry_points, rules.sinks),
        inert(rules.edges.inert),
        receivers(rules.edges.receivers),
        answering(rules.edges.answering),
        containers(rules.edges.containers),
        not_data(rules.edges.not_data),
        text_judges(rules.edges.text_judges),
        no_judges(rules.edges.no_judges),
        conduits(rules.streams.conduits),
        instantiated(rules.entry_points.instantiated),
        components(rules.entry_points.components) {}

  const catalog::EdgeRules& edges;
  const std::vector<catalog::SinkGroup>& sinks;
  LibraryCalls library;
  AnnotationRules annotations;
  NameSet inert, receivers, answering, containers, not_data, text_judges, no_judges;
  NameSet conduits, instantiated, components;
};

}  // namespace loanlint::code
