// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "app/app.h"
#include "app/parts.h"
#include "policy/policy.h"

namespace loanlint::app {

/// What one gathering of facts works with, and where it puts them.
struct Gathering {
  const catalog::Catalog& catalog;
  const Limits& limits;
  const std::vector<GivenPolicy>& policies;
  std::function<const policy::Reader&()> reader;    ///< made when the first document is there
  std::function<const code::Analyser&()> analyser;  ///< made when the first package is there
  const std::shared_ptr<const findings::Facts>& no_policy;  ///< of facts_without_policy()
  App& app;
};

/// Fills gathering.app from the parts of `source`.
void gather(Gathering& gathering, const Parts& parts, const ByteSource& source);

/// Facts where there is no package to read, or none that can be read: those of the given policies,
/// and the rest unknown for this reason.
void gather_without_package(Gathering& gathering, const findings::Message& reason);

}  // namespace loanlint::app
