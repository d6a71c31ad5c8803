// SPDX-License-Identifier: Apache-2.0
#include "code/graph.h"

#include <algorithm>

#include "android/dex_code.h"
#include "base/error.h"
#include "code/hash.h"
#include "code/names.h"
#include "code/references.h"

namespace loanlint::code {
namespace {

using android::Instruction;

// A call that so many methods may answer says nothing about any of them; such methods are taken
// to be called from where their objects are made.
constexpr std::size_t kMostTargets = 24;
constexpr std::size_t kMostSubclasses = 512;
constexpr std::size_t kLongestText = 256;

bool is_virtual_call(std::uint8_t op) {
  return op == android::kOpInvokeVirtual || op == android::kOpInvokeInterface ||
         op == android::kOpInvokeVirtualRange || op == android::kOpInvokeInterfaceRange;
}

bool any_fits(const std::vector<std::string>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return fits(pattern, text); });
}

/// Not yet looked at; 0 is the empty list.
constexpr std::uint32_t kUnset = 0xfffffffe;

struct MethodRef {
  std::uint32_t exact = kUnset;       // list of the method itself
  std::uint32_t overridden = kUnset;  // list of all that may answer a virtual call
  std::uint32_t spawned = 0;
  std::uint16_t sink = 0xffff;
  bool starts = false;
  bool broadcasts = false;
  bool results = false;
};

struct FieldRef {
  std::uint32_t number = kUnset;  // kNone: carries no data
  ClassId klass = kNone;
  bool container = false;
};

}  // namespace

class GraphBuilder {
 public:
  GraphBuilder(Graph& graph, const Program& program, const catalog::EdgeRules& edges,
               const std::vector<catalog::SinkGroup>& sinks, const CodeContext& context,
               const Limits& limits)
      : graph_(graph),
        program_(program),
        edges_(edges),
        limits_(limits),
        library_(edges, sinks),
        named_(program, context) {}

  void build(std::size_t dexes) {
    graph_.lists_ = {0};
    wide_.resize(program_.classes().size());
    for (std::size_t i = 0; i < dexes; ++i) {
      const android::Dex& dex = program_.dex(static_cast<std::uint32_t>(i));
      methods_.emplace_back(dex.method_count());
      fields_.emplace_back(std::min<std::uint32_t>(dex.field_count(), 1 << 20));
      texts_.emplace_back(dex.string_count(), kUnset);
    }
    const std::vector<Node>& nodes = program_.nodes();
    graph_.first_event_.reserve(nodes.size() + 1);
    for (NodeId node = 0; node < nodes.size(); ++node) {
      graph_.first_event_.push_back(static_cast<std::uint32_t>(graph_.events_.size()));
      if (nodes[node].code_off != 0 && !graph_.cut_) add_events(node);
    }
    graph_.first_event_.push_back(static_cast<std::uint32_t>(graph_.events_.size()));
    add_callbacks();
    find_receivers();
    index_callers();
    index_readers();
  }

 private:
  void add(std::uint32_t offset, Event::Kind kind, std::uint32_t index) {
    graph_.events_.push_back(Event::make(offset, kind, index));
    graph_.cut_ |= graph_.events_.size() >= limits_.graph_edges;
  }

  void add_events(NodeId node) {
    const std::uint32_t dex = program_.classes()[program_.nodes()[node].klass].dex;
    Bytes insns;
    try {
      insns = android::read_code(program_.dex(dex), program_.nodes()[node].code_off).insns;
    } catch (const FormatError&) {
      return;  // the search for uses has recorded the gap
    }
    android::InstructionWalk walk(insns);
    Instruction in;
    while (walk.next(in)) {
      switch (android::kOpcodes[in.opcode].index) {
        case android::IndexKind::method:
          add_call(dex, in);
          break;
        case android::IndexKind::field:
          add_field(dex, in);
          break;
        case android::IndexKind::type:
          add_type(dex, in);
          break;
        case android::IndexKind::string:
          add_text(dex, in);
          break;
        default:
          add_loop(in);
          break;
      }
    }
  }

  void add_loop(const Instruction& in) {
    const bool jumps = in.opcode >= android::kOpGoto && in.opcode <= android::kOpGoto32;
    if (!jumps && (in.opcode < android::kOpIfEq || in.opcode > android::kOpIfLez)) return;
    const std::int64_t distance = android::read_operands(in).literal;
    if (distance >= 0 || in.offset + distance < 0) return;
    add(in.offset, Event::Kind::loop, static_cast<std::uint32_t>(in.offset + distance));
  }

  void add_call(std::uint32_t dex, const Instruction& in) {
    const std::uint32_t index = in.index();
    if (index >= methods_[dex].size()) return;
    MethodRef& ref = methods_[dex][index];
    if (ref.exact == kUnset) look_up(dex, index, ref);
    if (is_virtual_call(in.opcode) && ref.overridden == kUnset) {
      ref.overridden = find_overrides(dex, index);
    }
    const std::uint32_t list = is_virtual_call(in.opcode) ? ref.overridden : ref.exact;
    if (list != 0) add(in.offset, Event::Kind::call, list);
    if (ref.spawned != 0) add(in.offset, Event::Kind::call, ref.spawned);
    if (ref.sink != 0xffff) add(in.offset, Event::Kind::sink, ref.sink);
    if (ref.starts) add(in.offset, Event::Kind::start, 0);
    if (ref.broadcasts) add(in.offset, Event::Kind::broadcast, 0);
    if (ref.results) add(in.offset, Event::Kind::result, 0);
  }

  std::uint32_t make_list(const std::vector<NodeId>& nodes) {
    if (nodes.empty()) return 0;
    const auto at = static_cast<std::uint32_t>(graph_.lists_.size());
    graph_.lists_.push_back(static_cast<std::uint32_t>(nodes.size()));
    graph_.lists_.insert(graph_.lists_.end(), nodes.begin(), nodes.end());
    return at;
  }

  /// What one method reference names: a method of the package, or a library's.
  void look_up(std::uint32_t dex, std::uint32_t index, MethodRef& ref) {
    const android::MethodId row = program_.dex(dex).method(index);
    const ClassId klass = program_.class_of(dex, row.class_idx);
    const NodeId node =
        klass == kNone ? kNone : program_.find_method(klass, program_.selector(dex, row));
    ref.exact = node == kNone ? 0 : make_list({node});
    std::string_view ancestor;
    if (klass != kNone && program_.classes()[klass].external_type != kNone) {
      const ClassInfo& info = program_.classes()[klass];
      ancestor = program_.dex(info.external_dex).type(info.external_type);
    }
    const std::string_view named = program_.dex(dex).type(row.class_idx);
    const LibraryMeaning meaning =
        library_.of(named, ancestor, program_.dex(dex).string(row.name_idx));
    // A method that the package defines by a sink's name is a sink only when the class is too.
    ref.sink = meaning.sink;
    ref.starts = meaning.starts;
    ref.broadcasts = meaning.broadcasts;
    ref.results = meaning.results;
    if (meaning.spawn != nullptr && klass != kNone)
      ref.spawned = find_spawned(klass, *meaning.spawn);
  }

  std::uint32_t find_spawned(ClassId klass, const catalog::Spawn& spawn) {
    std::vector<NodeId> found;
    for (int steps = 0; klass != kNone && steps < 256; ++steps) {
      const ClassInfo& info = program_.classes()[klass];
      for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
        const std::string_view name = program_.name(node);
        if (std::find(spawn.runs.begin(), spawn.runs.end(), name) != spawn.runs.end()) {
          found.push_back(node);
        }
      }
      klass = info.super;
    }
    return make_list(found);
  }

  /// Every method that may answer a virtual call: the one found from the class named, and those of
  /// its subclasses and implementers.
  std::uint32_t find_overrides(std::uint32_t dex, std::uint32_t index) {
    const android::MethodId row = program_.dex(dex).method(index);
    const ClassId root = program_.class_of(dex, row.class_idx);
    if (root == kNone) return 0;
    const std::uint64_t selector = program_.selector(dex, row);
    std::vector<NodeId> found;
    const NodeId own = program_.find_method(root, selector);
    if (own != kNone && program_.nodes()[own].code_off != 0) found.push_back(own);
    std::vector<ClassId> work = {root};
    std::size_t seen = 0;
    while (!work.empty()) {
      const ClassInfo& above = program_.classes()[work.back()];
      work.pop_back();
      for (std::uint32_t at = above.children; at != kNone; at = program_.link(at).next) {
        const ClassId below = program_.link(at).klass;
        if (++seen > kMostSubclasses || found.size() > kMostTargets) {
          wide_[root] = true;
          return 0;
        }
        work.push_back(below);
        // An implementer of an interface may have the method from its superclass.
        const NodeId node = program_.find_method(below, selector);
        if (node != kNone && program_.nodes()[node].code_off != 0) found.push_back(node);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return make_list(found);
  }

  void add_field(std::uint32_t dex, const Instruction& in) {
    const std::uint32_t index = in.index();
    if (index >= fields_[dex].size()) return;
    FieldRef& ref = fields_[dex][index];
    if (ref.number == kUnset) look_up_field(dex, index, ref);
    if (in.opcode >= android::kOpSget && in.opcode <= android::kOpSgetShort && ref.klass != kNone) {
      add(in.offset, Event::Kind::touch, ref.klass);
    }
    if (ref.number == kNone) return;
    const bool writes = (in.opcode >= android::kOpIput && in.opcode <= android::kOpIputShort) ||
                        (in.opcode >= android::kOpSput && in.opcode <= android::kOpSputShort);
    if (!writes) add(in.offset, Event::Kind::read, ref.number);
    if (writes || ref.container) add(in.offset, Event::Kind::write, ref.number);
  }

  void look_up_field(std::uint32_t dex, std::uint32_t index, FieldRef& ref) {
    ref.number = kNone;
    const android::FieldId row = program_.dex(dex).field(index);
    const std::string_view type = program_.dex(dex).type(row.type_idx);
    const ClassId klass = program_.class_of(dex, row.class_idx);
    ref.klass = klass;
    // Data is in objects and in numbers as long as a phone number.
    if (type.empty() || (type[0] != 'L' && type[0] != '[' && type[0] != 'J')) return;
    if (klass == kNone) return;
    const std::string java = java_name(type);
    if (any_fits(edges_.not_data, java)) return;
    const ClassId of_type = program_.class_of(dex, row.type_idx);
    if (of_type != kNone && program_.classes()[of_type].external_type != kNone) {
      const ClassInfo& info = program_.classes()[of_type];
      const std::string above = java_name(program_.dex(info.external_dex).type(info.external_type));
      if (any_fits(edges_.not_data, above)) return;
    }
    ref.container = type[0] == '[' || any_fits(edges_.containers, java);
    const std::uint64_t name = hash_name(program_.dex(dex).string(row.name_idx));
    const std::uint64_t key = mix(name, program_.find_field(klass, name));
    ref.number =
        numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  void add_type(std::uint32_t dex, const Instruction& in) {
    const bool makes = in.opcode == android::kOpNewInstance;
    if (!makes && in.opcode != android::kOpConstClass) return;
    const ClassId klass = program_.class_of(dex, in.index());
    if (klass == kNone) return;
    add(in.offset, makes ? Event::Kind::alloc : Event::Kind::mention, klass);
  }

  void add_text(std::uint32_t dex, const Instruction& in) {
    if (in.index() >= texts_[dex].size()) return;
    std::uint32_t& list = texts_[dex][in.index()];
    if (list == kUnset) {
      const std::string_view onwards = program_.dex(dex).string_onwards(in.index());
      const std::size_t end = onwards.substr(0, kLongestText).find('\0');
      list = end == std::string_view::npos || end < 3
                 ? 0
                 : make_list(named_.of(onwards.substr(0, end)));
    }
    if (list == 0) return;
    const std::vector<std::uint32_t>& lists = graph_.lists_;
    for (std::uint32_t i = 0; i < lists[list]; ++i) {
      add(in.offset, Event::Kind::mention, lists[list + 1 + i]);
    }
  }

  /// True when a library, or a call too wide to follow, may call methods of the class.
  bool is_called_back(ClassId klass) const {
    for (int steps = 0; klass != kNone && steps < 256; ++steps) {
      const ClassInfo& info = program_.classes()[klass];
      if (info.external_type != kNone || wide_[klass]) return true;
      for (std::uint32_t at = info.interfaces; at != kNone; at = program_.link(at).next) {
        if (wide_[program_.link(at).klass]) return true;
      }
      klass = info.super;
    }
    return false;
  }

  void add_callbacks() {
    graph_.callback_lists_.assign(program_.classes().size(), 0);
    std::vector<bool> wanted(program_.classes().size());
    for (const Event& event : graph_.events_) {
      if (event.kind() == Event::Kind::alloc || event.kind() == Event::Kind::mention) {
        wanted[event.index()] = true;
      }
    }
    for (ClassId id = 0; id < wanted.size(); ++id) {
      if (!wanted[id] || !is_called_back(id)) continue;
      std::vector<NodeId> found;
      std::vector<std::uint64_t> selectors;
      ClassId klass = id;
      for (int steps = 0; klass != kNone && steps < 64; ++steps) {
        const ClassInfo& info = program_.classes()[klass];
        for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
          const Node& method = program_.nodes()[node];
          if (!method.is_virtual || method.code_off == 0) continue;
          if (std::find(selectors.begin(), selectors.end(), method.selector) != selectors.end()) {
            continue;
          }
          selectors.push_back(method.selector);
          found.push_back(node);
        }
        klass = info.super;
        if (found.size() > 256) break;
      }
      graph_.callback_lists_[id] = make_list(found);
    }
  }

  void find_receivers() {
    for (ClassId id = 0; id < program_.classes().size(); ++id) {
      const ClassInfo& info = program_.classes()[id];
      if (info.external_type == kNone) continue;
      const std::string_view above = program_.dex(info.external_dex).type(info.external_type);
      if (any_fits(edges_.receivers, java_name(above))) graph_.receivers_.push_back(id);
      for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
        const std::string_view name = program_.name(node);
        if (any_fits(edges_.result_handlers, name)) graph_.result_handlers_.push_back(node);
      }
    }
  }

  template <class Each>
  void each_call(const Each& each) const {
    for (NodeId node = 0; node < program_.nodes().size(); ++node) {
      for (const Event& event : graph_.events(node)) {
        if (event.kind() == Event::Kind::call) {
          for (const NodeId target : graph_.list(event.index())) each(node, event.offset, target);
        } else if (event.kind() == Event::Kind::alloc) {
          for (const NodeId target : graph_.callbacks(event.index())) {
            each(node, event.offset, target);
          }
        }
      }
    }
  }

  void index_callers() {
    std::vector<std::uint32_t>& first = graph_.first_caller_;
    first.assign(program_.nodes().size() + 1, 0);
    std::size_t edges = 0;
    each_call([&](NodeId, std::uint32_t, NodeId target) {
      if (edges++ < limits_.graph_edges) ++first[target + 1];
    });
    graph_.cut_ |= edges > limits_.graph_edges;
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    graph_.callers_.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    edges = 0;
    each_call([&](NodeId node, std::uint32_t offset, NodeId target) {
      if (edges++ < limits_.graph_edges) graph_.callers_[next[target]++] = {node, offset};
    });
  }

  void index_readers() {
    std::vector<std::uint32_t>& first = graph_.first_reader_;
    first.assign(numbers_.size() + 1, 0);
    for (const Event& event : graph_.events_) {
      if (event.kind() == Event::Kind::read) ++first[event.index() + 1];
    }
    for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];
    graph_.readers_.resize(first.back());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (NodeId node = 0; node < program_.nodes().size(); ++node) {
      for (const Event& event : graph_.events(node)) {
        if (event.kind() == Event::Kind::read) {
          graph_.readers_[next[event.index()]++] = {node, event.offset};
        }
      }
    }
  }

  Graph& graph_;
  const Program& program_;
  const catalog::EdgeRules& edges_;
  const Limits& limits_;
  LibraryCalls library_;
  NamedClasses named_;
  std::vector<std::vector<MethodRef>> methods_;    // by DEX, by method index
  std::vector<std::vector<FieldRef>> fields_;      // by DEX, by field index
  std::vector<std::vector<std::uint32_t>> texts_;  // by DEX, by string index: list of classes
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;  // of fields
  std::vector<bool> wide_;  // by class: has a call too wide to follow
};

Graph::Graph(const Program& program, const catalog::EdgeRules& edges,
             const std::vector<catalog::SinkGroup>& sinks, const CodeContext& context,
             const Limits& limits) {
  GraphBuilder(*this, program, edges, sinks, context, limits).build(program.dex_count());
}

}  // namespace loanlint::code
