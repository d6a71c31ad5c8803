// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "code/analyse.h"
#include "code/flow_knowledge.h"
#include "code/marks.h"
#include "code/owner.h"

namespace loanlint::code {

/// The rules about code as every analysis needs them, made once.
struct Knowledge {
  explicit Knowledge(const catalog::CodeKnowledge& known)
      : rules(known),
        marker(known.signatures, known.loading, known.carriers),
        sdks(known.sdks.marks()),
        flow(known) {}

  const catalog::CodeKnowledge& rules;
  Marker marker;
  SdkPackages sdks;
  FlowKnowledge flow;
};

/// What the DEX files of one package do with each data kind, and which SDKs are in them. What
/// cannot be read is a Gap; never throws FormatError.
Code find_all(std::span<const NamedDex> dexes, const CodeContext& context,
              const Knowledge& knowledge, const Limits& limits, std::vector<findings::Gap>& gaps);

}  // namespace loanlint::code
