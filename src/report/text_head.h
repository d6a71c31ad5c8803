// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "findings/scan_result.h"
#include "report/page.h"
#include "report/words.h"

namespace loanlint::report {

/// Who the app says it is: name, package, version, category, target SDK, signer.
void write_identity(Page& page, const findings::ScanResult& result, const Voice& voice);

/// The verdict, in one sentence, and what follows from it.
void write_verdict(Page& page, const findings::ScanResult& result, const Voice& voice);

/// The triangle: what the app asks for, what its code does, what its policy says.
void write_table(Page& page, const findings::ScanResult& result, const Voice& voice);

/// "CN=…, fingerprint 1294d003…" for each signer; empty when none is known.
std::vector<std::string> signer_words(const findings::ScanResult& result, const Voice& voice);

}  // namespace loanlint::report
