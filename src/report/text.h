// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

struct TextOptions {
  std::size_t width = 80;  ///< columns of the terminal
  bool colour = false;
  bool verbose = false;  ///< every finding in full, and all advice
};

/// The result as text for a terminal: who the app says it is, the verdict in plain words, the
/// triangle, findings with articles and evidence, what could not be seen, and what to do. One
/// screen, unless `verbose`.
void write_text(std::ostream& out, const findings::ScanResult& result, const Voice& voice,
                const TextOptions& options = {});

}  // namespace loanlint::report
