// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

/// A draft of a letter of complaint with the findings filled in. What only the person knows (name,
/// dates, what happened) is left blank: nothing about the person is collected. `attachments` are
/// the files that go with it.
void write_complaint(std::ostream& out, const findings::ScanResult& result, const Voice& voice,
                     const std::vector<std::string>& attachments);

}  // namespace loanlint::report
