// SPDX-License-Identifier: Apache-2.0
#include "catalog/flow_rules.h"

#include "catalog/code_files.h"

namespace loanlint::catalog {
namespace {

std::vector<Spawn> read_spawns(const Node& list) {
  std::vector<Spawn> spawns;
  for (const Node& row : list.items()) {
    row.only({"class", "members", "runs"});
    const std::string klass = row.at("class").text();
    const std::vector<std::string> runs = row.at("runs").texts();
    for (const std::string& member : row.at("members").texts()) {
      spawns.push_back({klass, member, runs});
    }
  }
  return spawns;
}

std::vector<Delivery> read_deliveries(const Node& list) {
  std::vector<Delivery> deliveries;
  for (const Node& row : list.items()) {
    row.only({"class", "members", "to"});
    const std::string klass = row.at("class").text();
    const std::vector<std::string> to = row.at("to").texts();
    for (const std::string& member : row.at("members").texts()) {
      deliveries.push_back({klass, member, to});
    }
  }
  return deliveries;
}

std::vector<Pass> read_passes(const Node& list) {
  std::vector<Pass> passes;
  for (const Node& row : list.items()) {
    row.only({"from", "to"});
    passes.push_back({row.at("from").text(), row.at("to").texts()});
  }
  return passes;
}

}  // namespace

EdgeRules load_edges(const RuleFiles& files) {
  const Node root = parse_required(files, "code/edges.json");
  root.only({"inert", "spawns", "deliveries", "passes", "stores", "fetches", "reflects", "starts",
             "broadcasts", "results", "result_handlers", "receivers", "containers", "not_data"});
  EdgeRules edges;
  edges.inert = root.at("inert").texts();
  edges.spawns = read_spawns(root.at("spawns"));
  edges.deliveries = read_deliveries(root.at("deliveries"));
  edges.passes = read_passes(root.at("passes"));
  edges.stores = read_patterns(root.at("stores"));
  edges.fetches = read_patterns(root.at("fetches"));
  edges.reflects = read_patterns(root.at("reflects"));
  edges.starts = read_patterns(root.at("starts"));
  edges.broadcasts = read_patterns(root.at("broadcasts"));
  edges.results = read_patterns(root.at("results"));
  edges.result_handlers = root.at("result_handlers").texts();
  edges.receivers = root.at("receivers").texts();
  edges.containers = root.at("containers").texts();
  edges.not_data = root.at("not_data").texts();
  return edges;
}

EntryRules load_entry_points(const RuleFiles& files) {
  const Node root = parse_required(files, "code/entry_points.json");
  root.only({"lifecycle", "handlers", "instantiated", "components"});
  return {root.at("lifecycle").texts(), root.at("handlers").texts(),
          root.at("instantiated").texts(), root.at("components").texts()};
}

std::vector<SinkGroup> load_sinks(const RuleFiles& files) {
  const Node root = parse_required(files, "code/sinks.json");
  root.only({"network", "web_view", "cloud", "sms", "log"});
  std::vector<SinkGroup> groups;
  for (const char* kind : {"network", "cloud", "web_view", "sms", "log"}) {
    groups.push_back({kind, read_patterns(root.at(kind))});
  }
  return groups;
}

}  // namespace loanlint::catalog
