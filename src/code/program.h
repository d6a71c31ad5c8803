// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "android/dex_class.h"

namespace loanlint::code {

using ClassId = std::uint32_t;
using NodeId = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xffffffff;

/// A class that the package defines.
struct ClassInfo {
  std::uint32_t dex = 0;
  std::uint32_t type_idx = kNone;
  ClassId super = kNone;  ///< kNone: a library class, or none
  NodeId first_node = 0;  ///< its methods, one after the other
  std::uint32_t nodes = 0;
  std::uint32_t first_field = 0;
  std::uint32_t fields = 0;        ///< name hashes in Program::fields
  std::uint32_t children = kNone;  ///< head of a list in Program::links
  std::uint32_t interfaces = kNone;
  /// Type index (in `external_dex`) of the first library class or interface above it that is not
  /// inert; kNone when there is none.
  std::uint32_t external_type = kNone;
  std::uint32_t external_dex = 0;
};

/// A method that the package defines.
struct Node {
  ClassId klass = kNone;
  std::uint32_t method_idx = kNone;
  std::uint32_t code_off = 0;
  std::uint32_t access_flags = 0;
  std::uint64_t selector = 0;  ///< hash of name and prototype
  bool is_virtual = false;
};

/// All classes and methods of a package, across its DEX files. Of classes defined twice the first
/// counts, as on a device. Views the DEX files, which must outlive it.
class Program {
 public:
  struct Link {
    ClassId klass;
    std::uint32_t next;
  };

  /// `inert` are library types (as descriptors) that never call their subtypes back.
  Program(const std::vector<const android::Dex*>& dexes, const std::vector<std::string>& inert);

  const std::vector<ClassInfo>& classes() const { return classes_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  std::size_t dex_count() const { return dexes_.size(); }
  const android::Dex& dex(std::uint32_t number) const { return *dexes_[number]; }
  const android::Dex& dex_of(NodeId node) const {
    return *dexes_[classes_[nodes_[node].klass].dex];
  }

  /// The class behind a type of a DEX; kNone when the package does not define it.
  ClassId class_of(std::uint32_t dex, std::uint32_t type_idx) const;
  ClassId find_class(std::string_view descriptor) const;
  std::string_view descriptor(ClassId klass) const;
  /// The hash of a type's descriptor.
  std::uint64_t type_hash(std::uint32_t dex, std::uint32_t type_idx) const;
  std::uint64_t selector(std::uint32_t dex, const android::MethodId& method) const;
  std::string_view name(NodeId node) const;

  /// The method that a call of `selector` on `klass` finds there or in a superclass.
  NodeId find_method(ClassId klass, std::uint64_t selector) const;
  NodeId method_in(ClassId klass, std::uint64_t selector) const;
  /// The class that declares a field, seen from `klass`; kNone when no class of ours does.
  ClassId find_field(ClassId klass, std::uint64_t name_hash) const;
  /// Follows the lists that ClassInfo starts.
  const Link& link(std::uint32_t at) const { return links_[at]; }

 private:
  void add_classes(std::uint32_t dex);
  void link_classes(const std::vector<std::string>& inert);
  void link_up(ClassId klass, std::uint32_t type_idx, const std::vector<std::uint64_t>& inert);
  void find_externals();

  std::vector<const android::Dex*> dexes_;
  std::vector<std::vector<std::uint64_t>> type_hashes_;  // by DEX, by type
  mutable std::vector<std::vector<std::uint64_t>> proto_hashes_;
  std::unordered_map<std::uint64_t, ClassId> by_name_;
  std::vector<ClassInfo> classes_;
  std::vector<Node> nodes_;
  std::vector<std::uint64_t> fields_;
  std::vector<Link> links_;
};

}  // namespace loanlint::code
