// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalog/flow_rules.h"
#include "code/context.h"
#include "code/program.h"

namespace loanlint::code {

/// What a method reference means to the graph, besides methods of the package.
struct LibraryMeaning {
  std::uint16_t sink = 0xffff;  ///< number of the sink group
  bool starts = false;          ///< starts components
  bool broadcasts = false;
  bool results = false;  ///< hands a result to whoever started the component
  const catalog::Spawn* spawn = nullptr;
};

/// Knows the library calls that rules name: sinks, starts, spawns.
class LibraryCalls {
 public:
  LibraryCalls(const catalog::EdgeRules& edges, const std::vector<catalog::SinkGroup>& sinks);

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

  std::unordered_map<std::uint64_t, std::vector<Row>> rows_;  // by hash of the member's name
};

/// Knows the texts that name a component or a class of the package.
class NamedClasses {
 public:
  NamedClasses(const Program& program, const CodeContext& context);

  /// The classes that a constant names: an Intent action, a content URI of a provider, or a class
  /// by its Java name.
  std::vector<ClassId> of(std::string_view text) const;

 private:
  const Program& program_;
  std::unordered_map<std::string, std::vector<ClassId>> by_text_;
};

}  // namespace loanlint::code
