// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "report/store_summary.h"

namespace loanlint::catalog {
class RuleFiles;
}

namespace loanlint::scan {

/// How long the lists of a summary may get; its numbers count everything.
struct SummaryLimits {
  std::size_t packages = 200;
  std::size_t rules = 100;
  std::size_t sdks = 100;
  std::size_t failures = 200;
  std::size_t histories = 30;
  std::size_t versions = 24;  ///< of one app, the newest
};

/// The store at `path` in numbers and lists, with the titles of rules and the names of SDKs from
/// `files`. With `app`, a package name, the histories are of that app alone. Reads the store only;
/// one of an older version is brought up to date first. Throws RunError when there is none or it is
/// no store.
report::StoreSummary load_store_summary(const std::string& path, const catalog::RuleFiles& files,
                                        const SummaryLimits& limits = {},
                                        const std::string& app = {});

}  // namespace loanlint::scan
