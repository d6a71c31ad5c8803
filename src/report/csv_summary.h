// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string_view>

#include "report/store_summary.h"
#include "report/words.h"

namespace loanlint::report {

/// One list of a summary as CSV (as make_csv_writer() writes it): "packages", "rules", "sdks",
/// "versions", "failures" or "verdicts". Heads and values that a program compares are in English,
/// names and sentences in the voice's language.
void write_csv_summary(std::ostream& out, const StoreSummary& summary, std::string_view table,
                       const Voice& voice);

}  // namespace loanlint::report
