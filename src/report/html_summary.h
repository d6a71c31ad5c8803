// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "report/store_summary.h"
#include "report/words.h"

namespace loanlint::report {

/// Many results as one self-contained page in both languages, in the style of write_html(). Its
/// tables can be sorted by a small script of ours, the only one its policy lets run; the page reads
/// without it.
void write_html_summary(std::ostream& out, const StoreSummary& summary, const Words& words,
                        catalog::Language language = catalog::Language::zh);

}  // namespace loanlint::report
