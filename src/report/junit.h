// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>

#include "report/writer.h"

namespace loanlint::report {

/// JUnit XML as GitLab and Jenkins read it: a suite per package, a case per finding. A finding at
/// or above `fail_on` fails; a lesser one, an open question or an accepted one is skipped with its
/// reason; a gap is an error. What XML cannot hold is replaced.
std::unique_ptr<Writer> make_junit_writer(std::ostream& out, const Words& words,
                                          const WriterOptions& options);

}  // namespace loanlint::report
