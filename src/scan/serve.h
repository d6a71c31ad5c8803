// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "scan/pool.h"

namespace loanlint::scan {

/// Reads paths from `in`, one a line, and writes one line to `out` for each in turn: the answer of
/// the pool's worker, or what `failed` says of one that failed. Ends at the end of the input, or
/// when nobody reads the output. What `loanlint worker` does.
void serve(int in, int out, Pool& pool, const std::function<std::string(const Outcome&)>& failed);

}  // namespace loanlint::scan
