// SPDX-License-Identifier: Apache-2.0
#include "catalog/flow_rules.h"

#include <algorithm>
#include <optional>

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
    row.only({"from", "to", "anywhere"});
    const std::optional<Node> anywhere = row.find("anywhere");
    passes.push_back(
        {row.at("from").text(), row.at("to").texts(), anywhere && anywhere->boolean()});
  }
  return passes;
}

KeptCall::Key read_key(const Node& row) {
  const std::optional<Node> key = row.find("key");
  if (!key) return KeptCall::Key::none;
  const std::string text = key->text();
  if (text == "first") return KeptCall::Key::first;
  if (text == "last") return KeptCall::Key::last;
  if (text == "table") return KeptCall::Key::table;
  if (text == "receiver") return KeptCall::Key::receiver;
  key->fail("expected \"first\", \"last\", \"table\" or \"receiver\", found \"" + text + "\"");
}

std::vector<KeptCall> read_kept(const Node& list) {
  std::vector<KeptCall> calls;
  for (const Node& row : list.items()) {
    row.only({"class", "members", "key", "shared"});
    KeptCall call;
    call.klass = row.at("class").text();
    call.key = read_key(row);
    const std::optional<Node> shared = row.find("shared");
    if (shared) call.shared = shared->text();
    if (!shared && call.key == KeptCall::Key::none) row.fail("needs \"key\" or \"shared\"");
    for (const std::string& member : row.at("members").texts()) {
      call.member = member;
      calls.push_back(call);
    }
  }
  return calls;
}

}  // namespace

EdgeRules load_edges(const RuleFiles& files) {
  const Node root = parse_required(files, "code/edges.json");
  root.only({"inert",           "spawns",      "deliveries", "passes",       "stores",
             "fetches",         "reflects",    "starts",     "broadcasts",   "results",
             "result_handlers", "uncaught",    "receivers",  "answering",    "containers",
             "not_data",        "text_judges", "no_judges",  "view_finders", "opening_actions"});
  EdgeRules edges;
  edges.inert = root.at("inert").texts();
  edges.spawns = read_spawns(root.at("spawns"));
  edges.deliveries = read_deliveries(root.at("deliveries"));
  edges.passes = read_passes(root.at("passes"));
  edges.stores = read_kept(root.at("stores"));
  edges.fetches = read_kept(root.at("fetches"));
  edges.reflects = read_patterns(root.at("reflects"));
  edges.starts = read_patterns(root.at("starts"));
  edges.broadcasts = read_patterns(root.at("broadcasts"));
  edges.results = read_patterns(root.at("results"));
  edges.result_handlers = root.at("result_handlers").texts();
  edges.uncaught = root.at("uncaught").texts();
  edges.receivers = root.at("receivers").texts();
  edges.answering = root.at("answering").texts();
  edges.containers = root.at("containers").texts();
  edges.not_data = root.at("not_data").texts();
  edges.text_judges = root.at("text_judges").texts();
  edges.no_judges = root.at("no_judges").texts();
  edges.view_finders = root.at("view_finders").texts();
  edges.opening_actions = root.at("opening_actions").texts();
  return edges;
}

EntryRules load_entry_points(const RuleFiles& files) {
  const Node root = parse_required(files, "code/entry_points.json");
  root.only({"lifecycle", "handlers", "instantiated", "components", "annotated"});
  return {root.at("lifecycle").texts(), root.at("handlers").texts(),
          root.at("instantiated").texts(), root.at("components").texts(),
          root.at("annotated").texts()};
}

std::vector<SinkGroup> load_sinks(const RuleFiles& files) {
  const Node root = parse_required(files, "code/sinks.json");
  root.only({"network", "web_view", "cloud", "sms", "log", "annotated_calls", "annotated_results",
             "opened_uris", "in_arguments", "pours", "conduits"});
  const Node opened = root.at("opened_uris");
  const std::vector<std::string> in_arguments = root.at("in_arguments").texts();
  const Node calls = root.at("annotated_calls");
  const Node results = root.at("annotated_results");
  const auto names = [](const Node& groups, const char* kind) {
    groups.only({"network", "web_view", "cloud", "sms", "log"});
    const std::optional<Node> found = groups.find(kind);
    return found ? found->texts() : std::vector<std::string>();
  };
  std::vector<SinkGroup> groups;
  for (const char* kind : {"network", "cloud", "web_view", "sms", "log"}) {
    const bool all =
        std::find(in_arguments.begin(), in_arguments.end(), kind) != in_arguments.end();
    groups.push_back({kind, read_patterns(root.at(kind)), names(calls, kind), names(results, kind),
                      names(opened, kind), all});
  }
  return groups;
}

StreamRules load_streams(const RuleFiles& files) {
  const Node root = parse_required(files, "code/sinks.json");
  return {read_patterns(root.at("pours")), root.at("conduits").texts()};
}

}  // namespace loanlint::catalog
