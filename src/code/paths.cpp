// SPDX-License-Identifier: Apache-2.0
#include "code/paths.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "code/askers.h"
#include "code/carried.h"
#include "code/intents.h"
#include "code/names.h"
#include "code/outcome.h"
#include "code/streams.h"

namespace loanlint::code {
namespace {

// Beyond this much code, in 16-bit units, a constant is taken to tell something.
constexpr std::size_t kMostLookedThrough = 20'000'000;

/// Being in a method from some offset on.
struct State {
  NodeId node = kNone;
  std::uint32_t from = 0;
  bool returns = false;            // goes on in the callers when the method is done
  std::uint32_t previous = kNone;  // the state it came from
  Site via;                        // the call, return or field access that led here
  bool returned = false;           // it was a return
};

class Search {
 public:
  Search(const Program& program, const Graph& graph, const FlowKnowledge& knowledge,
         const Annotated& annotated, const std::vector<bool>& is_component, std::size_t sink_groups)
      : program_(program),
        graph_(graph),
        knowledge_(knowledge),
        annotated_(annotated),
        is_component_(is_component),
        seen_(program.nodes().size(), kNone),
        seen_returning_(program.nodes().size(), kNone),
        found_(sink_groups) {}

  std::optional<FlowPath> run(const std::vector<Site>& sources) {
    for (std::size_t i = 0; i < sources.size(); ++i) {
      go({sources[i].node, sources[i].offset + 1, true, kNone, {}});
      sources_.push_back(sources[i]);
    }
    for (std::uint32_t next = 0; next < states_.size() && !found_[0]; ++next) expand(next);
    for (std::size_t group = 0; group < found_.size(); ++group) {
      if (!found_[group]) continue;
      FlowPath path = trace(*found_[group]);
      path.sink_group = group;
      return path;
    }
    return std::nullopt;
  }

 private:
  struct Found {
    std::uint32_t state;
    Site site;
  };

  void go(const State& state) {
    std::uint32_t& seen = state.returns ? seen_returning_[state.node] : seen_[state.node];
    if (seen <= state.from || (!state.returns && seen_returning_[state.node] <= state.from)) return;
    seen = state.from;
    states_.push_back(state);
  }

  void expand(std::uint32_t number) {
    const State state = states_[number];
    std::uint32_t from = state.from;
    bool starts = false;
    bool broadcasts = false;
    for (const Event& event : graph_.events(state.node)) {
      // A loop that is entered again runs what stands before.
      if (event.kind() == Event::Kind::loop && event.offset >= from) {
        from = std::min(from, event.index());
      }
    }
    for (const Event& event : graph_.events(state.node)) {
      // What is handed over by the very call that reads is read.
      const bool source = state.previous == kNone && event.offset + 1 == state.from;
      if (event.offset < from && !(source && event.kind() == Event::Kind::deliver)) continue;
      const Site here{state.node, event.offset};
      switch (event.kind()) {
        case Event::Kind::call:
          for (const NodeId target : graph_.list(event.index())) {
            go({target, 0, false, number, here});
          }
          break;
        case Event::Kind::alloc:
          for (const NodeId target : graph_.callbacks(event.index())) {
            go({target, 0, false, number, here});
          }
          break;
        case Event::Kind::write:
          for (const Site& reader : graph_.readers(event.index())) {
            // The method's own later reads come with it; what stays is read when it runs again.
            if (reader.node != state.node || (reader.offset < from && stays(program_, here))) {
              go({reader.node, reader.offset, true, number, reader});
            }
          }
          break;
        case Event::Kind::sink:
          if (!found_[event.index()] && takes(event.index(), number, here)) {
            found_[event.index()] = Found{number, here};
          }
          break;
        case Event::Kind::pour:
          if (!found_[0] && streams_out(program_, graph_, knowledge_.conduits, state.node)) {
            found_[0] = Found{number, here};
          }
          break;
        case Event::Kind::deliver:
          deliver(event.index(), number, here);
          break;
        case Event::Kind::start:
          starts = true;
          break;
        case Event::Kind::broadcast:
          broadcasts = true;
          break;
        case Event::Kind::result:
          hand_result(number, here);
          break;
        default:
          break;
      }
    }
    if (starts || broadcasts) follow_intents(number, broadcasts);
    if (starts) open_uri(number);
    pass_on(number);
    if (state.returns) leave(number);
  }

  /// True when the call at a place may take data out: not if all that it takes are constants, but
  /// for those that are chosen by the content of a text.
  bool takes(std::size_t group, std::uint32_t number, Site site) {
    if (!knowledge_.sinks[group].in_arguments) return true;
    const auto [known, added] = constant_calls_.try_emplace(site.node);
    if (added) known->second = constant_calls(program_, knowledge_, site.node);
    if (!std::binary_search(known->second.begin(), known->second.end(), site.offset)) return true;
    for (std::uint32_t at = number; at != kNone; at = states_[at].previous) {
      const State& state = states_[at];
      looked_through_ += site.offset + 1;
      if (looked_through_ > kMostLookedThrough) return true;
      if (site.node == state.node && told_before(program_, knowledge_, state.from, site)) {
        return true;
      }
      site = state.via;
    }
    return false;
  }

  /// An Intent that has another app open a page or write a message takes its URI out.
  void open_uri(std::uint32_t number) {
    const NodeId node = states_[number].node;
    const std::optional<std::size_t> group = opened_uri(program_, knowledge_, node);
    if (!group || found_[*group]) return;
    for (const Event& event : graph_.events(node)) {
      if (event.kind() != Event::Kind::start || event.offset < states_[number].from) continue;
      found_[*group] = Found{number, {node, event.offset}};
      return;
    }
  }

  /// Goes on where the method's result goes, or an exception that it throws.
  void leave(std::uint32_t number) {
    const State state = states_[number];
    const bool handed = hands_back(program_, knowledge_.containers, state.node);
    const bool raised = !handed && raises(program_, knowledge_, state.node, state.from);
    if (!handed && !raised) return;
    for (const Site& caller : graph_.callers(state.node)) {
      go({caller.node, caller.offset + 1, true, number, caller, true});
    }
    if (raised && !std::exchange(raised_, true)) {
      go_to_callbacks(knowledge_.edges.uncaught, number, {state.node, 0});
    }
    if (!handed) return;
    const std::uint16_t group = annotated_.of(state.node).result_sink;
    if (group != 0xffff && !found_[group]) found_[group] = Found{number, {state.node, 0}};
    answer(program_.nodes()[state.node].klass, number);
  }

  /// What a provider returns goes to the methods that ask it.
  void answer(ClassId klass, std::uint32_t number) {
    if (!program_.extends_one_of(knowledge_.answering, klass)) return;
    if (!answered_.insert(klass).second) return;
    if (!askers_) askers_ = find_askers(program_, graph_, is_component_);
    const auto [first, last] = askers_->equal_range(klass);
    for (auto asker = first; asker != last; ++asker) {
      go({asker->second.node, asker->second.offset + 1, true, number, asker->second, true});
    }
  }

  /// Goes to the methods of a name among `names`, which a library may call on any object. The first
  /// time says all: they are gone through from their start.
  void go_to_callbacks(const std::vector<std::string>& names, std::uint32_t number, Site via) {
    for (const ClassInfo& info : program_.classes()) {
      if (info.external_type == kNone) continue;
      for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
        if (!program_.nodes()[node].is_virtual || program_.nodes()[node].code_off == 0) continue;
        if (any_fits(names, program_.name(node))) go({node, 0, true, number, via});
      }
    }
  }

  void deliver(std::uint32_t delivery, std::uint32_t number, Site via) {
    if (!delivered_.insert(delivery).second) return;
    go_to_callbacks(knowledge_.edges.deliveries[delivery].to, number, via);
  }

  void hand_result(std::uint32_t number, Site via) {
    if (std::exchange(handed_results_, true)) return;
    go_to_callbacks(knowledge_.edges.result_handlers, number, via);
  }

  /// What the system hands on from one method of an object to another.
  void pass_on(std::uint32_t number) {
    const NodeId from = states_[number].node;
    const std::string_view name = program_.name(from);
    for (const catalog::Pass& pass : knowledge_.edges.passes) {
      const ClassId klass = program_.nodes()[from].klass;
      if (pass.from != name || !passed_.insert({pass.anywhere ? kNone : klass, &pass}).second) {
        continue;
      }
      if (pass.anywhere) {
        go_to_callbacks(pass.to, number, {from, 0});
        continue;
      }
      const ClassInfo& info = program_.classes()[klass];
      for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
        if (program_.nodes()[node].code_off == 0) continue;
        if (any_fits(pass.to, program_.name(node))) {
          go({node, 0, true, number, {from, 0}});
        }
      }
    }
  }

  /// An Intent goes to the components that are named; or else to any receiver.
  void follow_intents(std::uint32_t number, bool broadcasts) {
    const NodeId node = states_[number].node;
    const std::vector<NamedComponent> named = named_components(graph_, is_component_, node);
    for (const NamedComponent& component : named) start(component.klass, number, component.via);
    if (!named.empty() || !broadcasts || std::exchange(broadcast_, true)) return;
    for (ClassId id = 0; id < program_.classes().size(); ++id) {
      if (program_.extends_one_of(knowledge_.receivers, id)) start(id, number, {node, 0});
    }
  }

  void start(ClassId klass, std::uint32_t number, Site via) {
    for (int steps = 0; klass != kNone && steps < 64; ++steps) {
      const ClassInfo& info = program_.classes()[klass];
      for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
        if (program_.nodes()[node].is_virtual) go({node, 0, true, number, via});
      }
      klass = info.super;
    }
  }

  FlowPath trace(const Found& found) const {
    FlowPath path;
    path.steps = {{found.site}};
    std::uint32_t at = found.state;
    while (states_[at].previous != kNone) {
      path.steps.push_back({states_[at].via, states_[at].returned});
      at = states_[at].previous;
    }
    std::reverse(path.steps.begin(), path.steps.end());
    for (std::size_t i = 0; i < sources_.size(); ++i) {
      if (sources_[i].node == states_[at].node && sources_[i].offset + 1 == states_[at].from) {
        path.source = i;
      }
    }
    return path;
  }

  const Program& program_;
  const Graph& graph_;
  const FlowKnowledge& knowledge_;
  const Annotated& annotated_;
  const std::vector<bool>& is_component_;
  std::vector<std::uint32_t> seen_, seen_returning_;  // by node: the earliest offset gone through
  std::vector<State> states_;
  std::vector<Site> sources_;
  std::vector<std::optional<Found>> found_;  // by sink group
  // Done once, which is enough:
  std::set<std::uint32_t> delivered_;  // by number of the delivery
  std::set<std::pair<ClassId, const catalog::Pass*>> passed_;
  std::set<ClassId> answered_;
  std::optional<Askers> askers_;                                 // made when first asked for
  std::map<NodeId, std::vector<std::uint32_t>> constant_calls_;  // made when first asked for
  std::size_t looked_through_ = 0;  // code, for branches on the content of texts
  bool handed_results_ = false;
  bool broadcast_ = false;
  bool raised_ = false;
};

}  // namespace

FlowSearch::FlowSearch(const Program& program, const Graph& graph, const FlowKnowledge& knowledge,
                       const Annotated& annotated, const std::vector<bool>& is_component)
    : program_(program),
      graph_(graph),
      knowledge_(knowledge),
      annotated_(annotated),
      is_component_(is_component) {}

std::optional<FlowPath> FlowSearch::find(const std::vector<Site>& sources,
                                         std::size_t sink_groups) const {
  return Search(program_, graph_, knowledge_, annotated_, is_component_, sink_groups).run(sources);
}

}  // namespace loanlint::code
