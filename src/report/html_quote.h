// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "findings/evidence.h"
#include "report/html_writer.h"

namespace loanlint::report {

/// The manifest's lines around `line` (1-based), numbered, that one marked; the excerpt alone when
/// it does not stand there, as in a split with a manifest of its own.
void write_manifest_lines(Html& html, std::string_view excerpt, std::uint32_t line,
                          const std::vector<std::string_view>& manifest);

/// A sentence of a policy, marked, with what stands before and after it when `document` (the text
/// that the place counts in, or empty) has it there.
void write_sentence(Html& html, std::string_view excerpt, const findings::TextPlace& place,
                    std::string_view document);

/// Something verbatim, of no known form; nothing when it is empty.
void write_excerpt(Html& html, std::string_view excerpt);

}  // namespace loanlint::report
