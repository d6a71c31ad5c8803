// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/scan_result.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// What the person who is asked to install the app can do, step by step; nothing when there is
/// nothing to be done.
void write_borrower_advice(Html& html, const findings::ScanResult& result, const Voice& voice);

/// What the lender should change: the advice of the findings, and for each kind of data that the
/// package reaches for, the interface of the system that does without the permission.
void write_lender_advice(Html& html, const findings::ScanResult& result, const Voice& voice);

}  // namespace loanlint::report
