// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "report/words.h"

namespace loanlint::report {

/// The norms of a letter of complaint, as a lawyer lists them: under each law's full name its
/// articles in order, statutes first. `ids` are articles; one that repeats is written once.
void write_norms(std::ostream& out, std::vector<std::string> ids, const Voice& voice);

}  // namespace loanlint::report
