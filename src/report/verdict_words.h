// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

/// The verdict by name. One that is clean only because findings were accepted says so.
std::string verdict_words(const findings::ScanResult& result, const Voice& voice);

/// What the app wants, does and says in one sentence; for somebody who does not know the law.
std::string verdict_sentence(const findings::ScanResult& result, const Voice& voice);

/// What follows from the verdict: be careful, wait, or nothing found.
std::string verdict_advice(const findings::ScanResult& result, const Voice& voice);

}  // namespace loanlint::report
