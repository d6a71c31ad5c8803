// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>

#include "report/writer.h"

namespace loanlint::report {

/// A summary in Markdown for a comment on a pull request: verdict, triangle, findings with their
/// evidence folded away, what could not be seen.
std::unique_ptr<Writer> make_markdown_writer(std::ostream& out, const Words& words,
                                             catalog::Language language);

}  // namespace loanlint::report
