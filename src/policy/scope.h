// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/document.h"
#include "policy/engine.h"

namespace loanlint::policy {

/// `text` without what its clauses deny: from a negation on, a clause is one kBlank, and so are the
/// clauses that go on with "or …". A clause that only sets a condition ("如您不同意") denies
/// nothing. `hits` are those of `text`.
std::string affirmed(const Engine& engine, std::string_view text, const Hits& hits);

/// Sets on what condition the statements of a sentence hold and who gets the data, where its text
/// says so and the statement is one that can have either. Spans count in `text`.
void add_bounds(const Engine& engine, std::string_view text, const Hits& hits,
                std::vector<Statement>& statements);

}  // namespace loanlint::policy
