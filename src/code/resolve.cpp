// SPDX-License-Identifier: Apache-2.0
#include "code/resolve.h"

#include <algorithm>

#include "code/hash.h"
#include "code/names.h"

namespace loanlint::code {
namespace {

// A call that so many methods may answer says nothing about any of them; such methods are taken
// to be called from where their objects are made.
constexpr std::size_t kMostTargets = 24;
constexpr std::size_t kMostSubclasses = 512;
constexpr std::size_t kLongestText = 256;

}  // namespace

Resolver::Resolver(const Program& program, const catalog::EdgeRules& edges,
                   const std::vector<catalog::SinkGroup>& sinks, const CodeContext& context)
    : program_(program),
      edges_(edges),
      library_(edges, sinks),
      named_(program, context),
      wide_(program.classes().size()) {
  for (std::uint32_t i = 0; i < program.dex_count(); ++i) {
    const android::Dex& dex = program.dex(i);
    methods_.emplace_back(dex.method_count());
    fields_.emplace_back(dex.field_count());
    texts_.emplace_back(dex.string_count(), kUnset);
  }
}

const MethodRef* Resolver::method(std::uint32_t dex, std::uint32_t index, bool virtual_call) {
  if (index >= methods_[dex].size()) return nullptr;
  MethodRef& ref = methods_[dex][index];
  if (ref.exact == kUnset) look_up(dex, index, ref);
  if (virtual_call && ref.overridden == kUnset) ref.overridden = find_overrides(dex, index);
  return &ref;
}

const FieldRef* Resolver::field(std::uint32_t dex, std::uint32_t index) {
  if (index >= fields_[dex].size()) return nullptr;
  FieldRef& ref = fields_[dex][index];
  if (ref.number == kUnset) look_up_field(dex, index, ref);
  return &ref;
}

std::uint32_t Resolver::named(std::uint32_t dex, std::uint32_t string_index) {
  if (string_index >= texts_[dex].size()) return 0;
  std::uint32_t& list = texts_[dex][string_index];
  if (list == kUnset) {
    const std::string_view text = program_.dex(dex).short_string(string_index);
    list = text.size() < 3 || text.size() > kLongestText ? 0 : make_list(named_.of(text));
  }
  return list;
}

std::uint32_t Resolver::make_list(const std::vector<std::uint32_t>& numbers) {
  if (numbers.empty()) return 0;
  const auto at = static_cast<std::uint32_t>(lists_.size());
  lists_.push_back(static_cast<std::uint32_t>(numbers.size()));
  lists_.insert(lists_.end(), numbers.begin(), numbers.end());
  return at;
}

std::string_view Resolver::ancestor(ClassId klass) const {
  if (klass == kNone || program_.classes()[klass].external_type == kNone) return {};
  const ClassInfo& info = program_.classes()[klass];
  return program_.dex(info.external_dex).type(info.external_type);
}

/// What one method reference names: a method of the package, or a library's.
void Resolver::look_up(std::uint32_t dex, std::uint32_t index, MethodRef& ref) {
  const android::MethodId row = program_.dex(dex).method(index);
  const ClassId klass = program_.class_of(dex, row.class_idx);
  const NodeId node =
      klass == kNone ? kNone : program_.find_method(klass, program_.selector(dex, row));
  ref.exact = node == kNone ? 0 : make_list({node});
  ref.meaning = library_.of(program_.dex(dex).type(row.class_idx), ancestor(klass),
                            program_.dex(dex).short_string(row.name_idx));
  if (ref.meaning.spawn != nullptr && klass != kNone) {
    ref.spawned = find_spawned(klass, *ref.meaning.spawn);
  }
}

std::uint32_t Resolver::find_spawned(ClassId klass, const catalog::Spawn& spawn) {
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
std::uint32_t Resolver::find_overrides(std::uint32_t dex, std::uint32_t index) {
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

void Resolver::look_up_field(std::uint32_t dex, std::uint32_t index, FieldRef& ref) {
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
  const std::string_view above = ancestor(program_.class_of(dex, row.type_idx));
  if (!above.empty() && any_fits(edges_.not_data, java_name(above))) return;
  ref.container = type[0] == '[' || any_fits(edges_.containers, java);
  const std::uint64_t name = hash_name(program_.dex(dex).short_string(row.name_idx));
  const std::uint64_t key = mix(name, program_.find_field(klass, name));
  ref.number = numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

}  // namespace loanlint::code
