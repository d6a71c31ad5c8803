// SPDX-License-Identifier: Apache-2.0
#include "code/trace.h"

#include <algorithm>

#include "android/dex_code.h"
#include "base/error.h"
#include "code/annotated.h"
#include "code/entries.h"
#include "code/graph.h"
#include "code/names.h"
#include "code/paths.h"
#include "code/program.h"

namespace loanlint::code {
namespace {

using findings::CodePlace;

class Tracer {
 public:
  Tracer(const std::vector<ReadDex>& dexes, const CodeContext& context,
         const catalog::CodeKnowledge& rules, const FlowKnowledge& knowledge, const Limits& limits,
         Code& code)
      : rules_(rules),
        knowledge_(knowledge),
        context_(context),
        code_(code),
        program_(dexes, knowledge.inert),
        annotated_(program_, knowledge),
        graph_(program_, knowledge, context, annotated_, limits),
        entries_(find_entries(program_, rules.entry_points, knowledge, context, annotated_)),
        reach_(program_, graph_, entries_, place_uses()) {}

  bool cut() const { return graph_.cut(); }
  bool evaluation_cut() const { return graph_.evaluation_cut(); }
  bool annotations_cut() const { return annotated_.cut(); }

  void run() {
    const bool whole = !graph_.cut() && !graph_.evaluation_cut();
    for (LocatedUse& located : code_.uses) {
      const NodeId node = located.node;
      // Without any entry point there is nothing to be dead to.
      located.dead = !entries_.empty() && node != kNone && whole && !reach_.alive(node);
    }
    std::vector<bool> is_component(program_.classes().size());
    for (const Component& component : context_.components) {
      const ClassId klass = program_.find_class(descriptor(component.klass));
      if (klass != kNone) is_component[klass] = true;
    }
    // A worker is started by a constant of its class, as a component is.
    for (ClassId id = 0; id < is_component.size(); ++id) {
      if (program_.extends_one_of(knowledge_.instantiated, id)) is_component[id] = true;
    }
    if (!context_.has_manifest) {
      for (const NodeId entry : entries_) is_component[program_.nodes()[entry].klass] = true;
    }
    const FlowSearch search(program_, graph_, knowledge_, annotated_, is_component);
    for (const std::string& kind : rules_.signatures.kinds) {
      if (!code_.withholds(kind)) trace_kind(kind, search);
    }
  }

 private:
  /// Notes the method of each use; gives them all.
  std::vector<NodeId> place_uses() {
    std::vector<NodeId> nodes;
    for (LocatedUse& located : code_.uses) {
      located.node = find_node(located.use);
      if (located.node != kNone) nodes.push_back(located.node);
    }
    return nodes;
  }

  NodeId find_node(const Use& use) const {
    if (use.method_idx == android::kNoIndex) return kNone;
    const ClassId klass = program_.class_of(static_cast<std::uint32_t>(use.dex), use.class_idx);
    if (klass == kNone || program_.classes()[klass].dex != use.dex) return kNone;
    const ClassInfo& info = program_.classes()[klass];
    for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
      if (program_.nodes()[node].method_idx == use.method_idx) return node;
    }
    return kNone;
  }

  void trace_kind(const std::string& kind, const FlowSearch& search) {
    std::vector<Site> sites;
    std::vector<std::size_t> uses;
    for (std::size_t i = 0; i < code_.uses.size(); ++i) {
      const LocatedUse& located = code_.uses[i];
      const bool takes =
          located.use.deed == catalog::Deed::read || located.use.deed == catalog::Deed::receive;
      if (located.use.kind != kind || !takes || located.dead || located.node == kNone) continue;
      sites.push_back({located.node, located.use.offset});
      uses.push_back(i);
    }
    if (sites.empty()) return;
    const auto path = search.find(sites, rules_.sinks.size());
    if (!path) return;
    const LocatedUse& source = code_.uses[uses[path->source]];
    Sent sent;
    sent.kind = kind;
    sent.sink = rules_.sinks[path->sink_group].kind;
    sent.use = uses[path->source];
    for (const Site& site : reach_.way_to(source.node)) sent.path.push_back(place(site));
    sent.path.push_back({source.method, source.use.offset, source.use.invokes});
    for (const FlowStep& step : path->steps) {
      sent.path.push_back(place(step.site));
      sent.path.back().returns = step.returns;
    }
    sent.path.erase(std::unique(sent.path.begin(), sent.path.end()), sent.path.end());
    code_.sent.push_back(sent);
  }

  /// A place as findings show it, with the member that its instruction names.
  CodePlace place(const Site& site) const {
    const Node& node = program_.nodes()[site.node];
    const android::Dex& dex = program_.dex_of(site.node);
    CodePlace made{dex.method_name(node.method_idx), site.offset, ""};
    try {
      const Bytes insns = android::read_code(dex, node.code_off).insns;
      if (std::size_t{site.offset} * 2 + 2 > insns.size()) return made;
      android::InstructionWalk walk(insns.subspan(std::size_t{site.offset} * 2));
      android::Instruction in;
      if (!walk.next(in) || in.offset != 0) return made;
      switch (android::kOpcodes[in.opcode].index) {
        case android::IndexKind::method:
          made.invokes = dex.method_name(in.index());
          break;
        case android::IndexKind::field:
          made.invokes = dex.field_name(in.index());
          break;
        default:
          break;
      }
    } catch (const FormatError&) {
      // The place stands without the member it names.
    }
    return made;
  }

  const catalog::CodeKnowledge& rules_;
  const FlowKnowledge& knowledge_;
  const CodeContext& context_;
  Code& code_;
  Program program_;
  Annotated annotated_;
  Graph graph_;
  std::vector<NodeId> entries_;
  Reach reach_;
};

}  // namespace

void trace(const std::vector<ReadDex>& dexes, const CodeContext& context,
           const catalog::CodeKnowledge& rules, const FlowKnowledge& knowledge,
           const Limits& limits, Code& code, std::vector<findings::Gap>& gaps) {
  Tracer tracer(dexes, context, rules, knowledge, limits, code);
  tracer.run();
  if (tracer.evaluation_cut()) code.evaluation_cut = true;
  if (tracer.annotations_cut()) {
    code.complete = false;
    gaps.push_back({"", 0, {"gap.dex-annotations"}});
  }
  if (!tracer.cut()) return;
  code.complete = false;
  gaps.push_back({"", 0, {"gap.graph-edges", {std::to_string(limits.graph_edges)}}, "graph_edges"});
}

}  // namespace loanlint::code
