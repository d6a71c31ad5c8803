// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "catalog/lexicon.h"
#include "policy/engine.h"

namespace loanlint::policy {

/// Reads every example of every pattern as a text of its own; one line per disagreement.
std::vector<std::string> run_examples(const catalog::Lexicon& lexicon, const Engine& engine);

}  // namespace loanlint::policy
