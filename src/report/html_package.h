// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/scan_result.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// What could not be seen: gaps and unknown answers with their reasons.
void write_unseen(Html& html, const findings::ScanResult& result, const Voice& voice);

/// Where the package departs from an ordinary one: hidden and decoy permissions, tricks.
void write_oddities(Html& html, const findings::ScanResult& result, const Voice& voice);

/// Who the package says it is, its documents and its permissions, and what looked at it.
void write_package(Html& html, const findings::ScanResult& result, const Voice& voice);

/// The norms cited anywhere on the page, with where to read each.
void write_norms(Html& html, const findings::ScanResult& result, const Voice& voice);

}  // namespace loanlint::report
