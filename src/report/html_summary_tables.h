// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/html_writer.h"
#include "report/store_summary.h"
#include "report/words.h"

namespace loanlint::report {

/// The packages, worst first: verdict, findings by severity, and the answers for each kind.
void write_package_table(Html& html, const StoreSummary& summary, const Voice& voice);

/// Third-party code, most frequent first.
void write_sdk_table(Html& html, const StoreSummary& summary, const Voice& voice);

/// The versions of each app, oldest first, with what changed in what they ask for and do.
void write_histories(Html& html, const StoreSummary& summary, const Voice& voice);

/// Files that could not be read in full.
void write_failure_table(Html& html, const StoreSummary& summary, const Voice& voice);

}  // namespace loanlint::report
