// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "app/app.h"
#include "app/documents.h"
#include "policy/policy.h"

namespace loanlint::app {

/// Reads the documents and sets everything that policies say: <kind>.disclosed and its like,
/// policy.*. `links` are addresses of policies found outside of documents: where there is no
/// document, they make the answer unknown instead of absent.
void set_policy_facts(const FoundDocuments& found, const std::vector<FoundLink>& links,
                      const catalog::Catalog& catalog, const Limits& limits,
                      const std::function<const policy::Reader&()>& reader, App& app);

}  // namespace loanlint::app
