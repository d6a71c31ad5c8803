// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "android/dex_class.h"
#include "code/class_table.h"
#include "code/hash.h"
#include "code/name_set.h"

namespace loanlint::code {

using ClassId = std::uint32_t;
using NodeId = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xffffffff;

/// A DEX file and what its classes define.
struct ReadDex {
  const android::Dex* dex = nullptr;
  const ClassTable* classes = nullptr;
};

/// A class that the package defines.
struct ClassInfo {
  std::uint32_t dex = 0;
  std::uint32_t type_idx = kNone;
  std::uint32_t def = 0;  ///< its row of class_defs
  ClassId super = kNone;  ///< kNone: a library class, or none
  NodeId first_node = 0;  ///< its methods, one after the other
  std::uint32_t nodes = 0;
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
  bool is_virtual = false;
  bool is_native = false;  ///< its body, outside DEX, may call any method of its class
};

/// A field that the package defines: the DEX that does, and its row of field_ids there.
struct FieldPlace {
  ClassId klass = kNone;
  std::uint32_t dex = 0;
  std::uint32_t field_idx = kNone;  ///< kNone: no class of the package defines it
};

/// All classes and methods of a package, across its DEX files. Of classes defined twice the first
/// counts, as on a device. Views the DEX files, which must outlive it. Not for several threads.
class Program {
 public:
  struct Link {
    ClassId klass;
    std::uint32_t next;
  };

  /// `inert` are library types that never call their subtypes back.
  Program(const std::vector<ReadDex>& dexes, const NameSet& inert);

  const std::vector<ClassInfo>& classes() const { return classes_; }
  const std::vector<Node>& nodes() const { return nodes_; }
  std::size_t dex_count() const { return dexes_.size(); }
  const android::Dex& dex(std::uint32_t number) const { return *dexes_[number].dex; }
  const ReadDex& read_dex(std::uint32_t number) const { return dexes_[number]; }
  const android::Dex& dex_of(NodeId node) const { return dex(classes_[nodes_[node].klass].dex); }

  /// The class behind a type of a DEX; kNone when the package does not define it.
  ClassId class_of(std::uint32_t dex, std::uint32_t type_idx) const {
    const std::vector<ClassId>& types = class_of_type_[dex];
    return type_idx < types.size() ? types[type_idx] : kNone;
  }
  ClassId find_class(std::string_view descriptor) const {
    return by_name_.find(hash_name(descriptor));
  }
  std::string_view descriptor(ClassId klass) const;
  /// The hash of a type's descriptor.
  std::uint64_t type_hash(std::uint32_t dex, std::uint32_t type_idx) const;
  /// True when a class has a field of one of the types.
  bool has_field_of(ClassId klass, const NameSet& types) const;
  /// True when `names` hold the library type above a class.
  bool extends_one_of(const NameSet& names, ClassId klass) const;
  std::string_view name(NodeId node) const;

  /// The method that a row of method_ids names: of the class there, or of one above it.
  NodeId find_method(std::uint32_t dex, std::uint32_t method_idx) const;
  /// A hash of a method's name and prototype, by which methods of several DEX files are told apart;
  /// 0 for a row without a prototype.
  std::uint64_t selector(NodeId node) const;
  std::uint64_t selector(std::uint32_t dex, std::uint32_t method_idx) const;
  /// The method that a call of a selector finds in `klass` or above it.
  NodeId find_method(ClassId klass, std::uint64_t selector) const;
  /// The same in `klass` alone.
  NodeId method_in(ClassId klass, std::uint64_t selector) const;
  /// The static initialiser of a class; kNone when it has none.
  NodeId initialiser(ClassId klass) const;
  /// The field that a row of field_ids names: of the class there, or of one above it.
  FieldPlace find_field(std::uint32_t dex, std::uint32_t field_idx) const;
  /// Follows the lists that ClassInfo starts.
  const Link& link(std::uint32_t at) const { return links_[at]; }

 private:
  void add_classes(std::uint32_t dex);
  void name_types(std::uint32_t dex);
  void link_classes(const NameSet& inert);
  void link_up(ClassId klass, std::uint32_t type_idx, const NameSet& inert);
  void find_externals();

  std::vector<ReadDex> dexes_;
  std::vector<std::vector<std::uint64_t>> type_hashes_;  // by DEX, by type
  std::vector<std::vector<ClassId>> class_of_type_;      // by DEX, by type
  std::vector<std::vector<NodeId>> node_of_row_;         // by DEX, by method index
  std::vector<std::vector<bool>> defined_;               // by DEX, by field index
  HashIndex by_name_;
  std::vector<ClassInfo> classes_;
  std::vector<Node> nodes_;
  std::vector<Link> links_;
  // Made when first asked for; 0 and kNone - 1 say "not yet".
  mutable std::vector<std::vector<std::uint64_t>> proto_hashes_;
  mutable std::vector<std::uint64_t> selectors_;
  mutable std::vector<std::uint64_t> selector_bits_;  // by class: which selectors it may have
  mutable std::vector<NodeId> initialisers_;
};

}  // namespace loanlint::code
