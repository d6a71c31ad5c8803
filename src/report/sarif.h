// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>

#include "report/writer.h"

namespace loanlint::report {

/// SARIF 2.1.0: one run for all results. Messages are in one language; each rule's help has both.
/// Gaps are notifications of the invocation; findings accepted by the baseline are suppressed.
/// Format: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
std::unique_ptr<Writer> make_sarif_writer(std::ostream& out, const Words& words,
                                          catalog::Language language);

}  // namespace loanlint::report
