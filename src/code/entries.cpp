// SPDX-License-Identifier: Apache-2.0
#include "code/entries.h"

#include <algorithm>

#include "code/names.h"

namespace loanlint::code {
namespace {

/// Marks every class below one of `names`, whether the package holds that class or not.
std::vector<bool> below(const Program& program, const std::vector<std::string>& names,
                        const NameSet& set) {
  std::vector<bool> marked(program.classes().size());
  std::vector<ClassId> work;
  const auto mark = [&](ClassId id) {
    if (marked[id]) return;
    marked[id] = true;
    work.push_back(id);
  };
  for (const std::string& name : names) {
    const ClassId id = program.find_class(descriptor(name));
    if (id != kNone) mark(id);
  }
  for (ClassId id = 0; id < program.classes().size(); ++id) {
    if (!marked[id] && program.extends_one_of(set, id)) mark(id);
  }
  while (!work.empty()) {
    const ClassInfo& info = program.classes()[work.back()];
    work.pop_back();
    for (std::uint32_t at = info.children; at != kNone; at = program.link(at).next) {
      mark(program.link(at).klass);
    }
  }
  return marked;
}

class EntryFinder {
 public:
  EntryFinder(const Program& program, const catalog::EntryRules& rules)
      : program_(program), rules_(rules), seen_(program.nodes().size()) {}

  /// The methods of a component, its own and inherited, that the system calls.
  void component(ClassId klass) {
    for (int steps = 0; klass != kNone && steps < 64; ++steps) {
      const ClassInfo& info = program_.classes()[klass];
      for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
        if (any_fits(rules_.lifecycle, program_.name(node)) || is_handler(node)) add(node);
      }
      klass = info.super;
    }
  }

  void whole_class(ClassId klass) {
    const ClassInfo& info = program_.classes()[klass];
    for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
      const bool constructor = program_.name(node).starts_with("<");
      if (program_.nodes()[node].is_virtual || constructor) add(node);
    }
  }

  std::vector<NodeId> take() { return std::move(found_); }

 private:
  bool is_handler(NodeId node) const {
    const Node& method = program_.nodes()[node];
    if (!method.is_virtual) return false;
    const android::Dex& dex = program_.dex_of(node);
    return any_fits(rules_.handlers, dex.prototype(dex.method(method.method_idx).proto_idx));
  }

  void add(NodeId node) {
    if (program_.nodes()[node].code_off == 0 || seen_[node]) return;
    seen_[node] = true;
    found_.push_back(node);
  }

  const Program& program_;
  const catalog::EntryRules& rules_;
  std::vector<bool> seen_;
  std::vector<NodeId> found_;
};

}  // namespace

std::vector<NodeId> find_entries(const Program& program, const catalog::EntryRules& rules,
                                 const FlowKnowledge& knowledge, const CodeContext& context,
                                 const Annotated& annotated) {
  EntryFinder finder(program, rules);
  if (context.has_manifest) {
    for (const Component& component : context.components) {
      const ClassId klass = program.find_class(descriptor(component.klass));
      if (klass != kNone) finder.component(klass);
    }
    const ClassId application = program.find_class(descriptor(context.application));
    if (application != kNone) finder.component(application);
  } else {
    const std::vector<bool> components = below(program, rules.components, knowledge.components);
    for (ClassId id = 0; id < components.size(); ++id) {
      if (components[id]) finder.component(id);
    }
  }
  std::vector<NodeId> entries = finder.take();
  // Parts of an interface are no way in when nothing shows them.
  if (entries.empty()) return entries;
  const std::vector<bool> instantiated = below(program, rules.instantiated, knowledge.instantiated);
  EntryFinder parts(program, rules);
  for (ClassId id = 0; id < instantiated.size(); ++id) {
    if (instantiated[id]) parts.whole_class(id);
  }
  std::vector<NodeId> more = parts.take();
  entries.insert(entries.end(), more.begin(), more.end());
  more = annotated.entries();
  entries.insert(entries.end(), more.begin(), more.end());
  return entries;
}

Reach::Reach(const Program& program, const Graph& graph, const std::vector<NodeId>& entries,
             const std::vector<NodeId>& wanted)
    : program_(program),
      graph_(graph),
      alive_(program.nodes().size()),
      from_(program.nodes().size()),
      mentioned_(program.classes().size()),
      wanted_(program.nodes().size()) {
  for (const NodeId node : wanted) {
    if (!wanted_[node]) ++missing_;
    wanted_[node] = true;
  }
  for (const NodeId entry : entries) go(entry, {});
  // Breadth first: shortest ways.
  for (std::size_t next = 0; next < work_.size() && missing_ > 0; ++next) {
    const NodeId node = work_[next];
    go_initialiser(program_.nodes()[node].klass, {node, 0});
    if (program_.nodes()[node].is_native) go_native(node);
    for (const Event& event : graph_.events(node)) {
      const Site here{node, event.offset};
      switch (event.kind()) {
        case Event::Kind::call:
          for (const NodeId target : graph_.list(event.index())) go(target, here);
          break;
        case Event::Kind::alloc:
          go_initialiser(event.index(), here);
          for (const NodeId target : graph_.callbacks(event.index())) go(target, here);
          break;
        case Event::Kind::mention:
          go_all(event.index(), here);
          break;
        case Event::Kind::touch:
          go_initialiser(event.index(), here);
          break;
        default:
          break;
      }
    }
  }
}

void Reach::go(NodeId node, Site from) {
  if (alive_[node]) return;
  alive_[node] = true;
  if (wanted_[node]) --missing_;
  from_[node] = from;
  work_.push_back(node);
}

void Reach::go_initialiser(ClassId klass, Site from) {
  const NodeId node = program_.initialiser(klass);
  if (node != kNone) go(node, from);
}

/// A class that is named may be looked into by reflection: any of its methods may run.
void Reach::go_all(ClassId klass, Site from) {
  // A class that names only itself, for its log tag, is not used by that.
  const bool by_itself = from.node != kNone && program_.nodes()[from.node].klass == klass;
  if (by_itself || mentioned_[klass]) return;
  mentioned_[klass] = true;
  const ClassInfo& info = program_.classes()[klass];
  for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) go(node, from);
  for (const NodeId node : graph_.callbacks(klass)) go(node, from);
}

/// A native method calls back what it will, most often methods of its own class.
void Reach::go_native(NodeId node) {
  const ClassInfo& info = program_.classes()[program_.nodes()[node].klass];
  for (NodeId other = info.first_node; other < info.first_node + info.nodes; ++other) {
    go(other, {node, 0});
  }
}

std::vector<Site> Reach::way_to(NodeId node) const {
  std::vector<Site> way;
  while (alive_[node] && from_[node].node != kNone) {
    way.push_back(from_[node]);
    node = from_[node].node;
  }
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace loanlint::code
