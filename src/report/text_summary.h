// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/page.h"
#include "report/store_summary.h"
#include "report/words.h"

namespace loanlint::report {

/// Many results as a page of text: verdicts, answers, and the heads of the lists.
void write_text_summary(Page& page, const StoreSummary& summary, const Voice& voice);

}  // namespace loanlint::report
