// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

#include "catalog/kinds.h"
#include "catalog/rules.h"
#include "catalog/texts.h"
#include "findings/fact.h"
#include "findings/finding.h"

namespace loanlint::rules {

/// What the rules say about a package of which these facts are known, in order
/// (findings::before()).
///
/// A rule with data kinds is asked once for each. A condition that is yes gives a finding, one
/// that is unknown an open question if the rule wants it. A finding whose rule `covers` another
/// takes that one's place for the same data kind.
std::vector<findings::Finding> evaluate(const findings::Facts& facts,
                                        std::span<const catalog::Rule> rules,
                                        const catalog::Kinds& kinds, const catalog::Texts& texts);

}  // namespace loanlint::rules
