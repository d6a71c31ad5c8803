// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/scan_result.h"
#include "report/html_evidence.h"
#include "report/html_writer.h"
#include "report/words.h"

namespace loanlint::report {

/// The triangle: a picture and three answers for each kind of data. A policy by itself gets only
/// the row of what it says.
void write_triangle(Html& html, const findings::ScanResult& result, const Voice& voice);

/// What the answers rest on: the evidence of the facts behind each cell, by kind of data. Nothing
/// is written for cells without evidence.
void write_triangle_evidence(Html& html, const findings::ScanResult& result, const Voice& voice,
                             const EvidenceSources& sources);

}  // namespace loanlint::report
