// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "policy/document.h"
#include "policy/engine.h"
#include "policy/sentences.h"

namespace loanlint::policy {

/// What each unit states, in order. The result has one entry per unit; the spans of its statements
/// count in the unit's own text.
std::vector<std::vector<Statement>> read_statements(const Engine& engine,
                                                    const std::vector<Unit>& units);

}  // namespace loanlint::policy
