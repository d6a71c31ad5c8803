// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog/conditions.h"
#include "findings/fact.h"

namespace loanlint::rules {

/// The answer to a condition and the facts that decided it, in the order of the condition: those
/// that make it yes when it is yes, those that keep it from being decided when it is unknown.
struct Truth {
  findings::Tri value = findings::Tri::unknown;
  std::vector<std::string> facts;
};

/// Decides a condition in three-valued logic (Kleene's): `all` is the least of its parts, `any`
/// the greatest, and a fact that nobody has set is unknown. `kind` is what {kind} stands for.
Truth decide(const catalog::Condition& condition, const findings::Facts& facts,
             std::string_view kind);

/// The value alone, as decide() gives it: most rules do not fire, and nobody asks why.
findings::Tri value_of(const catalog::Condition& condition, const findings::Facts& facts,
                       std::string_view kind);

}  // namespace loanlint::rules
