// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/flow_rules.h"
#include "code/context.h"
#include "code/hash.h"
#include "code/program.h"

namespace loanlint::code {

/// What a method reference means to the graph, besides methods of the package.
struct LibraryMeaning {
  std::uint16_t sink = 0xffff;  ///< number of the sink group
  bool starts = false;          ///< starts components
  bool broadcasts = false;
  bool results = false;  ///< hands a result to whoever started the component
  bool reflects = false;
  bool pours = false;                          ///< into a stream that may lead out of the app
  const catalog::KeptCall* stores = nullptr;   ///< keeps data
  const catalog::KeptCall* fetches = nullptr;  ///< gives back what is kept
  std::uint16_t delivery = 0xffff;             ///< number in EdgeRules::deliveries
  const catalog::Spawn* spawn = nullptr;

  bool any() const {
    return sink != 0xffff || starts || broadcasts || results || reflects || pours ||
           stores != nullptr || fetches != nullptr || delivery != 0xffff || spawn != nullptr;
  }
};

/// Knows the library calls that rules name: sinks, starts, spawns and what else edges.json lists.
class LibraryCalls {
 public:
  LibraryCalls(const catalog::EdgeRules& edges, const std::vector<catalog::SinkGroup>& sinks,
               const catalog::StreamRules& streams);

  /// True when some rule names a member that begins as the text does.
  bool may_name(std::string_view onwards) const {
    return onwards.size() >= 2 && first_two_[first_two(onwards)];
  }
  /// True when some rule names this very member, of whatever class.
  bool names(std::string_view member) const {
    return by_member_.find(hash_name(member)) != HashIndex::kAbsent;
  }
  /// `klass` is the descriptor of the class named, `ancestor` that of its first library ancestor
  /// or empty.
  LibraryMeaning of(std::string_view klass, std::string_view ancestor,
                    std::string_view member) const;

 private:
  struct Row {
    std::string klass;  // descriptor pattern
    LibraryMeaning meaning;
  };
  void add(const std::string& klass, const std::string& member, const LibraryMeaning& meaning);

  static std::size_t first_two(std::string_view onwards) {
    return static_cast<std::uint8_t>(onwards[0]) |
           std::size_t{static_cast<std::uint8_t>(onwards[1])} << 8;
  }

  HashIndex by_member_;                 // where in rows_, by the hash of the member's name
  std::vector<std::vector<Row>> rows_;  // of one member each
  std::vector<bool> first_two_;         // beginnings of the members' names
};

/// Knows the texts that name a component or a class of the package.
class NamedClasses {
 public:
  NamedClasses(const Program& program, const CodeContext& context);

  /// The classes that a constant names: an Intent action, a content URI of a provider, or a class
  /// by its Java name. Texts over 256 bytes name nothing.
  std::span<const ClassId> of(std::string_view text);

 private:
  void add(std::string_view text, ClassId klass);

  const Program& program_;
  ClassId only_ = kNone;  // what `of` gave, when it is one class
  HashIndex by_text_;     // where in named_
  std::vector<std::vector<ClassId>> named_;
};

}  // namespace loanlint::code
