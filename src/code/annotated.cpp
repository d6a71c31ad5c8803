// SPDX-License-Identifier: Apache-2.0
#include "code/annotated.h"

#include <algorithm>

#include "android/dex_annotations.h"
#include "base/error.h"

namespace loanlint::code {
namespace {

// More annotations than this for each method of the package are not read.
constexpr std::size_t kMostOfMethod = 16;

}  // namespace

Annotated::Annotated(const Program& program, const FlowKnowledge& knowledge)
    : program_(program), knowledge_(knowledge) {
  for (std::uint32_t dex = 0; dex < program.dex_count(); ++dex) read(dex);
}

void Annotated::read(std::uint32_t number) {
  const android::Dex& dex = program_.dex(number);
  std::unordered_map<std::uint32_t, AnnotatedMeaning> types;
  for (std::uint32_t type = 0; type < dex.type_count(); ++type) {
    const AnnotatedMeaning meaning =
        knowledge_.annotations.of(dex.type(type), program_.type_hash(number, type));
    if (meaning.any()) types[type] = meaning;
  }
  // Most packages have none of them, and their annotations need not be read.
  if (types.empty()) return;
  std::size_t left = (std::size_t{dex.method_count()} + 1) * kMostOfMethod;
  std::vector<android::MethodAnnotation> found;
  for (const ClassInfo& info : program_.classes()) {
    if (info.dex != number) continue;
    found.clear();
    try {
      android::read_method_annotations(dex, dex.class_def(info.def).annotations_off, left, found);
    } catch (const FormatError&) {
      cut_ = true;
    }
    left -= found.size();
    cut_ |= left == 0;
    for (const android::MethodAnnotation& annotation : found) {
      const auto meaning = types.find(annotation.type_idx);
      if (meaning == types.end()) continue;
      for (NodeId node = info.first_node; node < info.first_node + info.nodes; ++node) {
        if (program_.nodes()[node].method_idx == annotation.method_idx) {
          meanings_[node].add(meaning->second);
        }
      }
    }
  }
}

std::vector<NodeId> Annotated::entries() const {
  std::vector<NodeId> nodes;
  for (const auto& [node, meaning] : meanings_) {
    if (meaning.entry) nodes.push_back(node);
  }
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

}  // namespace loanlint::code
