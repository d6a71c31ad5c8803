// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "code/flow_knowledge.h"
#include "code/program.h"

namespace loanlint::code {

/// The methods of a package that carry an annotation which rules name: what a web page may call,
/// what an HTTP client implements by itself.
class Annotated {
 public:
  Annotated(const Program& program, const FlowKnowledge& knowledge);

  /// Nothing of most methods.
  AnnotatedMeaning of(NodeId node) const {
    const auto found = meanings_.find(node);
    return found == meanings_.end() ? AnnotatedMeaning{} : found->second;
  }
  /// The methods that are called from outside DEX.
  std::vector<NodeId> entries() const;
  /// True when some annotations were not read: a table is broken, or holds too many.
  bool cut() const { return cut_; }

 private:
  void read(std::uint32_t dex);

  const Program& program_;
  const FlowKnowledge& knowledge_;
  std::unordered_map<NodeId, AnnotatedMeaning> meanings_;
  bool cut_ = false;
};

}  // namespace loanlint::code
