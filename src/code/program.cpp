// SPDX-License-Identifier: Apache-2.0
#include "code/program.h"

#include <algorithm>

namespace loanlint::code {
namespace {

constexpr NodeId kNotYet = kNone - 1;
constexpr int kMostSteps = 256;  // up a chain of superclasses, which may run in a circle

// Only 16 bits of a type or prototype index fit in the rows that point at them.
std::uint32_t pointed_at(std::uint32_t count) { return std::min<std::uint32_t>(count, 65536); }

}  // namespace

Program::Program(const std::vector<ReadDex>& dexes, const NameSet& inert)
    : dexes_(dexes),
      type_hashes_(dexes.size()),
      class_of_type_(dexes.size()),
      node_of_row_(dexes.size()),
      defined_(dexes.size()),
      proto_hashes_(dexes.size()) {
  std::size_t classes = 0;
  std::size_t methods = 0;
  for (const ReadDex& read : dexes_) {
    classes += read.dex->class_count();
    methods += read.classes->method_count();
  }
  classes_.reserve(classes);
  nodes_.reserve(methods);
  by_name_ = HashIndex(classes);
  for (std::uint32_t i = 0; i < dexes_.size(); ++i) add_classes(i);
  for (std::uint32_t i = 0; i < dexes_.size(); ++i) name_types(i);
  selectors_.assign(nodes_.size(), 0);
  selector_bits_.assign(classes_.size(), 0);
  initialisers_.assign(classes_.size(), kNotYet);
  link_classes(inert);
  find_externals();
}

void Program::add_classes(std::uint32_t number) {
  const android::Dex& dex = *dexes_[number].dex;
  const ClassTable& table = *dexes_[number].classes;
  std::vector<std::uint64_t>& hashes = type_hashes_[number];
  hashes.resize(pointed_at(dex.type_count()));
  for (std::uint32_t i = 0; i < hashes.size(); ++i) hashes[i] = hash_name(dex.type(i));
  proto_hashes_[number].assign(pointed_at(dex.proto_count()), 0);
  std::vector<NodeId>& rows = node_of_row_[number];
  rows.assign(dex.method_count(), kNone);
  std::vector<bool>& defined = defined_[number];
  defined.resize(dex.field_count());
  for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
    const auto id = static_cast<ClassId>(classes_.size());
    ClassInfo info;
    info.dex = number;
    info.type_idx = dex.class_def(i).class_idx;
    info.def = i;
    if (!by_name_.add(type_hash(number, info.type_idx), id)) continue;
    info.first_node = static_cast<NodeId>(nodes_.size());
    const std::size_t direct = table.direct_methods(i).size();
    for (const android::EncodedMethod& method : table.methods(i)) {
      const auto node = static_cast<NodeId>(nodes_.size());
      if (method.method_idx < rows.size() && rows[method.method_idx] == kNone) {
        rows[method.method_idx] = node;
      }
      nodes_.push_back({id, method.method_idx, method.code_off, node - info.first_node >= direct,
                        (method.access_flags & android::kAccNative) != 0});
    }
    for (const android::EncodedField& field : table.fields(i)) {
      if (field.field_idx < defined.size()) {
        defined[field.field_idx] = dex.field(field.field_idx).class_idx == info.type_idx;
      }
    }
    info.nodes = static_cast<std::uint32_t>(nodes_.size()) - info.first_node;
    classes_.push_back(info);
  }
}

void Program::name_types(std::uint32_t number) {
  const std::vector<std::uint64_t>& hashes = type_hashes_[number];
  std::vector<ClassId>& types = class_of_type_[number];
  types.resize(hashes.size());
  for (std::size_t i = 0; i < hashes.size(); ++i) types[i] = by_name_.find(hashes[i]);
}

void Program::link_up(ClassId klass, std::uint32_t type_idx, const NameSet& inert) {
  ClassInfo& info = classes_[klass];
  const ClassId above = class_of(info.dex, type_idx);
  if (above != kNone) {
    links_.push_back({klass, classes_[above].children});
    classes_[above].children = static_cast<std::uint32_t>(links_.size() - 1);
    return;
  }
  if (type_idx == android::kNoIndex || info.external_type != kNone) return;
  if (inert.holds(dex(info.dex).type(type_idx), type_hash(info.dex, type_idx))) return;
  info.external_type = type_idx;
  info.external_dex = info.dex;
}

void Program::link_classes(const NameSet& inert) {
  for (ClassId id = 0; id < classes_.size(); ++id) {
    const std::uint32_t number = classes_[id].dex;
    const android::ClassDef def = dex(number).class_def(classes_[id].def);
    const ClassId super = class_of(number, def.superclass_idx);
    if (super != id) {
      classes_[id].super = super;
      link_up(id, def.superclass_idx, inert);
    }
    if (def.interfaces_off == 0) continue;
    for (const std::uint32_t type_idx : dex(number).type_list(def.interfaces_off, 1024)) {
      const ClassId interface = class_of(number, type_idx);
      if (interface == id) continue;
      link_up(id, type_idx, inert);
      if (interface == kNone) continue;
      links_.push_back({interface, classes_[id].interfaces});
      classes_[id].interfaces = static_cast<std::uint32_t>(links_.size() - 1);
    }
  }
}

/// Hands the library ancestor of each class on to those below that have none of their own.
void Program::find_externals() {
  std::vector<ClassId> work;
  for (ClassId id = 0; id < classes_.size(); ++id) {
    if (classes_[id].external_type != kNone) work.push_back(id);
  }
  while (!work.empty()) {
    const ClassInfo above = classes_[work.back()];
    work.pop_back();
    for (std::uint32_t at = above.children; at != kNone; at = links_[at].next) {
      ClassInfo& below = classes_[links_[at].klass];
      if (below.external_type != kNone) continue;
      below.external_type = above.external_type;
      below.external_dex = above.external_dex;
      work.push_back(links_[at].klass);
    }
  }
}

std::uint64_t Program::type_hash(std::uint32_t dex, std::uint32_t type_idx) const {
  return type_idx < type_hashes_[dex].size() ? type_hashes_[dex][type_idx] : 0;
}

std::string_view Program::descriptor(ClassId klass) const {
  return dex(classes_[klass].dex).type(classes_[klass].type_idx);
}

bool Program::extends_one_of(const NameSet& names, ClassId klass) const {
  const ClassInfo& info = classes_[klass];
  if (info.external_type == kNone) return false;
  return names.holds(dex(info.external_dex).type(info.external_type),
                     type_hash(info.external_dex, info.external_type));
}

bool Program::has_field_of(ClassId klass, const NameSet& types) const {
  const ClassInfo& info = classes_[klass];
  const ClassTable::Fields fields = dexes_[info.dex].classes->fields(info.def);
  return std::any_of(fields.begin(), fields.end(), [&](const android::EncodedField& field) {
    const std::uint32_t type_idx = dex(info.dex).field(field.field_idx).type_idx;
    return types.holds(dex(info.dex).type(type_idx), type_hash(info.dex, type_idx));
  });
}

std::uint64_t Program::selector(std::uint32_t number, std::uint32_t method_idx) const {
  const android::Dex& in = dex(number);
  const android::MethodId method = in.method(method_idx);
  if (method.proto_idx >= proto_hashes_[number].size()) return 0;
  std::uint64_t& hash = proto_hashes_[number][method.proto_idx];
  if (hash == 0) {
    const android::ProtoId proto = in.proto(method.proto_idx);
    hash = type_hash(number, proto.return_type_idx);
    for (const std::uint32_t type : in.type_list(proto.parameters_off, 255)) {
      hash = mix(hash, type_hash(number, type));
    }
    hash |= 1;  // so that it is known to be there
  }
  return mix(hash, hash_name(in.short_string(method.name_idx)));
}

std::uint64_t Program::selector(NodeId node) const {
  std::uint64_t& known = selectors_[node];
  if (known == 0) known = selector(classes_[nodes_[node].klass].dex, nodes_[node].method_idx);
  return known;
}

std::string_view Program::name(NodeId node) const {
  const android::Dex& dex = dex_of(node);
  return dex.short_string(dex.method(nodes_[node].method_idx).name_idx);
}

NodeId Program::method_in(ClassId klass, std::uint64_t wanted) const {
  if (wanted == 0) return kNone;
  const ClassInfo& info = classes_[klass];
  const NodeId end = info.first_node + info.nodes;
  // Most classes asked have no such method: one bit for each that there is says so at once.
  const auto bit = [](std::uint64_t selector) { return std::uint64_t{1} << (selector >> 58); };
  std::uint64_t& bits = selector_bits_[klass];
  if (bits == 0) {
    for (NodeId node = info.first_node; node < end; ++node) bits |= bit(selector(node));
  }
  if ((bits & bit(wanted)) == 0) return kNone;
  for (NodeId node = info.first_node; node < end; ++node) {
    if (selector(node) == wanted) return node;
  }
  return kNone;
}

NodeId Program::find_method(ClassId klass, std::uint64_t wanted) const {
  for (int steps = 0; klass != kNone && steps < kMostSteps; ++steps) {
    const NodeId node = method_in(klass, wanted);
    if (node != kNone) return node;
    klass = classes_[klass].super;
  }
  return kNone;
}

NodeId Program::find_method(std::uint32_t number, std::uint32_t method_idx) const {
  const ClassId klass = class_of(number, dex(number).method(method_idx).class_idx);
  if (klass == kNone) return kNone;
  const std::vector<NodeId>& rows = node_of_row_[number];
  const NodeId here = method_idx < rows.size() ? rows[method_idx] : kNone;
  if (here != kNone && nodes_[here].klass == klass) return here;
  return find_method(klass, selector(number, method_idx));
}

NodeId Program::initialiser(ClassId klass) const {
  NodeId& known = initialisers_[klass];
  if (known != kNotYet) return known;
  known = kNone;
  const ClassInfo& info = classes_[klass];
  for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
    if (nodes_[node].is_virtual) break;  // the direct ones come first
    if (name(node) == "<clinit>") known = node;
  }
  return known;
}

FieldPlace Program::find_field(std::uint32_t number, std::uint32_t field_idx) const {
  const android::FieldId row = dex(number).field(field_idx);
  const ClassId named = class_of(number, row.class_idx);
  if (field_idx < defined_[number].size() && defined_[number][field_idx]) {
    return {named, number, field_idx};
  }
  const std::string_view name = dex(number).short_string(row.name_idx);
  ClassId klass = named;
  for (int steps = 0; klass != kNone && steps < kMostSteps; ++steps) {
    const ClassInfo& info = classes_[klass];
    for (const android::EncodedField& field : dexes_[info.dex].classes->fields(info.def)) {
      const std::uint32_t other = dex(info.dex).field(field.field_idx).name_idx;
      if (dex(info.dex).short_string(other) == name) return {klass, info.dex, field.field_idx};
    }
    klass = info.super;
  }
  return {named, number, kNone};
}

}  // namespace loanlint::code
