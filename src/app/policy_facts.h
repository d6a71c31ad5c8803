// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "app/app.h"
#include "app/documents.h"
#include "policy/policy.h"

namespace loanlint::app {

/// What set_policy_facts() sets where there is no document: of every package the same.
findings::Facts facts_without_policy(const catalog::Catalog& catalog, const Limits& limits);

/// Reads the documents and sets everything that policies say: <kind>.disclosed and its like,
/// policy.*. Where there is none, `no_policy` is said, which facts_without_policy() made.
void set_policy_facts(const FoundDocuments& found, const catalog::Catalog& catalog,
                      const Limits& limits, const std::function<const policy::Reader&()>& reader,
                      const std::shared_ptr<const findings::Facts>& no_policy, App& app);

/// Adds the addresses of policies that were found outside of documents to policy.url: where there
/// is no document, they make the answer unknown instead of absent. After set_policy_facts.
void set_policy_links(const std::vector<FoundLink>& links, const Limits& limits,
                      findings::Facts& facts);

}  // namespace loanlint::app
