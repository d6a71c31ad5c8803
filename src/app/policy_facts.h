// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "app/app.h"
#include "app/documents.h"
#include "policy/policy.h"

namespace loanlint::app {

/// Reads the documents and sets everything that policies say: <kind>.disclosed and its like,
/// policy.*.
void set_policy_facts(const FoundDocuments& found, const catalog::Catalog& catalog,
                      const Limits& limits, const std::function<const policy::Reader&()>& reader,
                      App& app);

/// Adds the addresses of policies that were found outside of documents to policy.url: where there
/// is no document, they make the answer unknown instead of absent. After set_policy_facts.
void set_policy_links(const std::vector<FoundLink>& links, const Limits& limits,
                      findings::Facts& facts);

}  // namespace loanlint::app
