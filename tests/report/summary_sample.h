// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/store_summary.h"

namespace loanlint::report {

/// A set of invented packages with something in every part of the page.
StoreSummary sample_summary();

/// As above, with names that try to become markup.
StoreSummary hostile_summary();

}  // namespace loanlint::report
