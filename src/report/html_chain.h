// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "findings/evidence.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// A call path drawn from top to bottom, entry point first, each step with what it calls; a single
/// step is a use by itself.
void write_chain(Html& html, const std::vector<findings::CodePlace>& steps, const Voice& voice);

}  // namespace loanlint::report
