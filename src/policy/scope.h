// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/engine.h"
#include "policy/span.h"

namespace loanlint::policy {

/// `text` without what its clauses deny: from a negation on, a clause is one kBlank, and so are the
/// clauses that go on with "or …". A clause that only sets a condition ("如您不同意") denies
/// nothing. `hits` are those of `text`.
std::string affirmed(const Engine& engine, std::string_view text, const Hits& hits);

/// The first piece of `text` that an entry of `entries` finds, as the pattern's group or its match;
/// an empty span where there is none.
Span first_span(const Engine& engine, const std::vector<Entry>& entries, std::string_view text,
                const Hits& hits);

}  // namespace loanlint::policy
