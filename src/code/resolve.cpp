// SPDX-License-Identifier: Apache-2.0
#include "code/resolve.h"

#include <algorithm>

#include "code/names.h"

namespace loanlint::code {
namespace {

// A call that so many methods may answer says nothing about any of them; such methods are taken
// to be called from where their objects are made.
constexpr std::size_t kMostTargets = 24;
constexpr std::size_t kMostSubclasses = 512;
constexpr std::size_t kLongestClassName = 256;

}  // namespace

Resolver::Resolver(const Program& program, const FlowKnowledge& knowledge,
                   const CodeContext& context, const Annotated& annotated)
    : program_(program),
      knowledge_(knowledge),
      annotated_(annotated),
      named_(program, context),
      wide_(program.classes().size()) {
  for (std::uint32_t i = 0; i < program.dex_count(); ++i) {
    const android::Dex& dex = program.dex(i);
    methods_.emplace_back(dex.method_count());
    fields_.emplace_back(dex.field_count());
    listed_.emplace_back(dex.string_count());
    texts_.emplace_back(dex.string_count(), kUnset);
    roles_.emplace_back(std::min<std::uint32_t>(dex.type_count(), 65536));
    first_field_.push_back(field_count_);
    field_count_ += dex.field_count();
  }
  // The list of one method stands at a place that its number gives.
  lists_.reserve(program.nodes().size() * 2 + 1);
  for (NodeId node = 0; node < program.nodes().size(); ++node) {
    lists_.push_back(1);
    lists_.push_back(node);
  }
}

std::uint32_t Resolver::look_up_text(std::uint32_t dex, std::uint32_t string_index) {
  const std::string_view onwards =
      program_.dex(dex).string_onwards(string_index).substr(0, kLongestClassName + 1);
  const std::size_t size = onwards.find('\0');
  if (size == std::string_view::npos || size < 3) return 0;
  return make_list(named_.of(onwards.substr(0, size)));
}

std::uint32_t Resolver::make_list(std::span<const std::uint32_t> numbers) {
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
void Resolver::look_up(std::uint32_t dex, std::uint32_t index, MethodRow& row) {
  const android::Dex& in = program_.dex(dex);
  const android::MethodId names = in.method(index);
  const ClassId klass = program_.class_of(dex, names.class_idx);
  const NodeId node = program_.find_method(dex, index);
  row.exact = node == kNone ? 0 : list_of(node);
  if (klass == kNone) row.overridden = 0;
  LibraryRef ref;
  if (is_listed(dex, names.name_idx)) {
    ref.meaning = knowledge_.library.of(in.type(names.class_idx), ancestor(klass),
                                        in.short_string(names.name_idx));
  }
  if (ref.meaning.sink == 0xffff && node != kNone) ref.meaning.sink = annotated_.of(node).call_sink;
  if (!ref.meaning.any()) return;
  if (ref.meaning.spawn != nullptr && klass != kNone) {
    ref.spawned = find_spawned(klass, *ref.meaning.spawn);
  }
  row.library = static_cast<std::uint32_t>(library_.size());
  library_.push_back(ref);
}

bool Resolver::is_listed(std::uint32_t dex, std::uint32_t name_idx) {
  if (name_idx >= listed_[dex].size()) return false;
  Listed& known = listed_[dex][name_idx];
  if (known == Listed::unknown) {
    const android::Dex& in = program_.dex(dex);
    const bool listed = knowledge_.library.may_name(in.string_onwards(name_idx)) &&
                        knowledge_.library.names(in.short_string(name_idx));
    known = listed ? Listed::yes : Listed::no;
  }
  return known == Listed::yes;
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

bool Resolver::runs(NodeId node) const {
  if (node == kNone) return false;
  return program_.nodes()[node].code_off != 0 || program_.nodes()[node].is_native;
}

/// Every method that may answer a virtual call: the one found from the class named, and those of
/// its subclasses and implementers.
std::uint32_t Resolver::find_overrides(std::uint32_t dex, std::uint32_t index) {
  const ClassId root = program_.class_of(dex, program_.dex(dex).method(index).class_idx);
  if (root == kNone) return 0;
  std::vector<NodeId> found;
  const NodeId own = program_.find_method(dex, index);
  if (runs(own)) found.push_back(own);
  if (program_.classes()[root].children == kNone) return found.empty() ? 0 : list_of(own);
  const std::uint64_t selector = program_.selector(dex, index);
  std::vector<ClassId> work = {root};
  std::size_t seen = 0;
  while (!work.empty()) {
    const ClassId above = work.back();
    work.pop_back();
    for (std::uint32_t at = program_.classes()[above].children; at != kNone;
         at = program_.link(at).next) {
      const ClassId below = program_.link(at).klass;
      if (++seen > kMostSubclasses || found.size() > kMostTargets) {
        wide_[root] = true;
        return 0;
      }
      work.push_back(below);
      // An implementer of an interface may have the method from its superclass; a subclass has
      // it from a class that was looked at.
      const bool extends = program_.classes()[below].super == above;
      const NodeId node =
          extends ? program_.method_in(below, selector) : program_.find_method(below, selector);
      if (runs(node)) found.push_back(node);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return make_list(found);
}

/// Data is in objects, in numbers as long as a phone number, and in those that tell a place.
Resolver::Role Resolver::role_of(std::uint32_t dex, std::uint32_t type_idx) {
  if (type_idx >= roles_[dex].size()) return Role::not_data;
  Role& role = roles_[dex][type_idx];
  if (role != Role::unknown) return role;
  const std::string_view type = program_.dex(dex).type(type_idx);
  const std::uint64_t hash = program_.type_hash(dex, type_idx);
  const ClassId klass = program_.class_of(dex, type_idx);
  role = Role::data;
  if (type.empty() || (type[0] != 'L' && type[0] != '[' && type[0] != 'J' && type[0] != 'D')) {
    role = Role::not_data;
  } else if (knowledge_.not_data.holds(type, hash) ||
             (klass != kNone && program_.extends_one_of(knowledge_.not_data, klass))) {
    role = Role::not_data;
  } else if (type[0] == '[' || knowledge_.containers.holds(type, hash)) {
    role = Role::container;
  }
  return role;
}

void Resolver::look_up_field(std::uint32_t dex, std::uint32_t index, FieldRef& ref) {
  ref.number = kNone;
  const android::FieldId row = program_.dex(dex).field(index);
  ref.klass = program_.class_of(dex, row.class_idx);
  if (ref.klass == kNone) return;
  const Role role = role_of(dex, row.type_idx);
  if (role == Role::not_data) return;
  ref.container = role == Role::container;
  const FieldPlace place = program_.find_field(dex, index);
  if (place.field_idx != kNone) {
    ref.number = first_field_[place.dex] + place.field_idx;
    return;
  }
  const std::uint64_t name = hash_name(program_.dex(dex).short_string(row.name_idx));
  const std::uint64_t key = mix(name, place.klass);
  if (undefined_.add(key, field_count_)) ++field_count_;
  ref.number = undefined_.find(key);
}

std::uint32_t Resolver::kept_under(std::string_view key) {
  const std::uint64_t hash = mix(hash_name(key), kNone);
  if (undefined_.add(hash, field_count_)) ++field_count_;
  return undefined_.find(hash);
}

std::uint16_t Resolver::reflected_sink(std::string_view java_class, std::string_view member) const {
  if (java_class.find('.') == std::string_view::npos) return 0xffff;
  return knowledge_.library.of(descriptor(java_class), {}, member).sink;
}

}  // namespace loanlint::code
