// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>

#include "report/writer.h"

namespace loanlint::report {

/// GitLab's SAST report, schema 15. The format demands a time: `options.time`.
/// Format: gitlab.com/gitlab-org/security-products/security-report-schemas.
std::unique_ptr<Writer> make_gitlab_writer(std::ostream& out, const Words& words,
                                           const WriterOptions& options);

}  // namespace loanlint::report
