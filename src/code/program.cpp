// SPDX-License-Identifier: Apache-2.0
#include "code/program.h"

#include <algorithm>

#include "base/error.h"
#include "code/hash.h"

namespace loanlint::code {
Program::Program(const std::vector<const android::Dex*>& dexes,
                 const std::vector<std::string>& inert)
    : dexes_(dexes), type_hashes_(dexes.size()), proto_hashes_(dexes.size()) {
  std::size_t classes = 0;
  for (const android::Dex* dex : dexes_) classes += dex->class_count();
  classes_.reserve(classes);
  by_name_.reserve(classes);
  for (std::uint32_t i = 0; i < dexes_.size(); ++i) add_classes(i);
  link_classes(inert);
  find_externals();
}

void Program::add_classes(std::uint32_t number) {
  const android::Dex& dex = *dexes_[number];
  std::vector<std::uint64_t>& hashes = type_hashes_[number];
  hashes.resize(std::min<std::uint32_t>(dex.type_count(), 65536));
  for (std::uint32_t i = 0; i < hashes.size(); ++i) hashes[i] = hash_name(dex.type(i));
  proto_hashes_[number].assign(std::min<std::uint32_t>(dex.proto_count(), 65536), 0);
  android::ClassData data;
  for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
    const android::ClassDef def = dex.class_def(i);
    const auto id = static_cast<ClassId>(classes_.size());
    if (!by_name_.try_emplace(type_hash(number, def.class_idx), id).second) continue;
    try {
      android::read_class_data(dex, def.class_data_off, data);
    } catch (const FormatError&) {
      // What could be read of it is in `data`; the search for uses has recorded the gap.
    }
    ClassInfo info;
    info.dex = number;
    info.type_idx = def.class_idx;
    info.first_node = static_cast<NodeId>(nodes_.size());
    info.first_field = static_cast<std::uint32_t>(fields_.size());
    for (const auto* methods : {&data.direct_methods, &data.virtual_methods}) {
      for (const android::EncodedMethod& method : *methods) {
        nodes_.push_back({id, method.method_idx, method.code_off, method.access_flags,
                          selector(number, dex.method(method.method_idx)),
                          methods == &data.virtual_methods});
      }
    }
    for (const auto* fields : {&data.static_fields, &data.instance_fields}) {
      for (const android::EncodedField& field : *fields) {
        const std::uint32_t name_idx = dex.field(field.field_idx).name_idx;
        fields_.push_back(hash_name(dex.short_string(name_idx)));
      }
    }
    info.nodes = static_cast<std::uint32_t>(nodes_.size()) - info.first_node;
    info.fields = static_cast<std::uint32_t>(fields_.size()) - info.first_field;
    classes_.push_back(info);
  }
}

void Program::link_up(ClassId klass, std::uint32_t type_idx,
                      const std::vector<std::uint64_t>& inert) {
  ClassInfo& info = classes_[klass];
  const ClassId above = class_of(info.dex, type_idx);
  if (above != kNone) {
    links_.push_back({klass, classes_[above].children});
    classes_[above].children = static_cast<std::uint32_t>(links_.size() - 1);
    return;
  }
  if (type_idx == android::kNoIndex || info.external_type != kNone) return;
  const std::uint64_t hash = type_hash(info.dex, type_idx);
  if (std::find(inert.begin(), inert.end(), hash) != inert.end()) return;
  info.external_type = type_idx;
  info.external_dex = info.dex;
}

void Program::link_classes(const std::vector<std::string>& inert) {
  std::vector<std::uint64_t> hashes;
  for (const std::string& name : inert) hashes.push_back(hash_name(name));
  std::vector<std::uint32_t> definitions;
  for (std::uint32_t number = 0; number < dexes_.size(); ++number) {
    const android::Dex& dex = *dexes_[number];
    for (std::uint32_t i = 0; i < dex.class_count(); ++i) {
      const android::ClassDef def = dex.class_def(i);
      const ClassId id = class_of(number, def.class_idx);
      if (id == kNone || classes_[id].dex != number) continue;
      const ClassId super = class_of(number, def.superclass_idx);
      if (super != id) {
        classes_[id].super = super;
        link_up(id, def.superclass_idx, hashes);
      }
      for (const std::uint32_t type_idx : dex.type_list(def.interfaces_off, 1024)) {
        const ClassId interface = class_of(number, type_idx);
        if (interface == id) continue;
        link_up(id, type_idx, hashes);
        if (interface == kNone) continue;
        links_.push_back({interface, classes_[id].interfaces});
        classes_[id].interfaces = static_cast<std::uint32_t>(links_.size() - 1);
      }
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

ClassId Program::class_of(std::uint32_t dex, std::uint32_t type_idx) const {
  const auto found = by_name_.find(type_hash(dex, type_idx));
  return found == by_name_.end() ? kNone : found->second;
}

ClassId Program::find_class(std::string_view descriptor) const {
  const auto found = by_name_.find(hash_name(descriptor));
  return found == by_name_.end() ? kNone : found->second;
}

std::string_view Program::descriptor(ClassId klass) const {
  return dexes_[classes_[klass].dex]->type(classes_[klass].type_idx);
}

std::uint64_t Program::selector(std::uint32_t number, const android::MethodId& method) const {
  const android::Dex& dex = *dexes_[number];
  if (method.proto_idx >= proto_hashes_[number].size()) return 0;
  std::uint64_t& hash = proto_hashes_[number][method.proto_idx];
  if (hash == 0) {
    const android::ProtoId proto = dex.proto(method.proto_idx);
    hash = type_hash(number, proto.return_type_idx);
    for (const std::uint32_t type : dex.type_list(proto.parameters_off, 255)) {
      hash = mix(hash, type_hash(number, type));
    }
    hash |= 1;  // so that it is known to be there
  }
  return mix(hash, hash_name(dex.short_string(method.name_idx)));
}

std::string_view Program::name(NodeId node) const {
  const android::Dex& dex = dex_of(node);
  return dex.short_string(dex.method(nodes_[node].method_idx).name_idx);
}

NodeId Program::method_in(ClassId klass, std::uint64_t wanted) const {
  const ClassInfo& info = classes_[klass];
  for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
    if (nodes_[node].selector == wanted) return node;
  }
  return kNone;
}

NodeId Program::find_method(ClassId klass, std::uint64_t wanted) const {
  // A chain of superclasses that runs in a circle ends after so many steps.
  for (int steps = 0; klass != kNone && steps < 256; ++steps) {
    const NodeId node = method_in(klass, wanted);
    if (node != kNone) return node;
    klass = classes_[klass].super;
  }
  return kNone;
}

ClassId Program::find_field(ClassId klass, std::uint64_t name_hash) const {
  const ClassId named = klass;
  for (int steps = 0; klass != kNone && steps < 256; ++steps) {
    const ClassInfo& info = classes_[klass];
    const auto first = fields_.begin() + info.first_field;
    if (std::find(first, first + info.fields, name_hash) != first + info.fields) return klass;
    klass = classes_[klass].super;
  }
  return named;
}

}  // namespace loanlint::code
