// SPDX-License-Identifier: Apache-2.0
#include "scan/tally.h"

namespace loanlint::scan {

void Tally::add(const findings::ScanResult& result) {
  bytes += result.identity.size;
  if (!result.gaps.empty() || result.refused) ++gaps;
  for (const findings::Finding& finding : result.findings) {
    if (finding.open || finding.good || finding.accepted) continue;
    ++findings[static_cast<std::size_t>(finding.severity)];
  }
}

void Tally::add(const Tally& other) {
  bytes += other.bytes;
  gaps += other.gaps;
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += other.findings[i];
}

}  // namespace loanlint::scan
