// SPDX-License-Identifier: Apache-2.0
#include "findings/scan_result.h"

namespace loanlint::findings {

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::review:
      return "review";
    case Verdict::fail:
      return "fail";
    case Verdict::incomplete:
      break;
  }
  return "incomplete";
}

Verdict verdict(const ScanResult& result) {
  bool review = false;
  for (const Finding& finding : result.findings) {
    if (finding.accepted || finding.good) continue;
    if (finding.open || finding.severity > Severity::info) review = true;
    const bool binding = finding.basis != Basis::declared || finding.fails;
    if (!finding.open && binding && finding.severity >= Severity::high) return Verdict::fail;
  }
  if (!result.gaps.empty() || result.refused) return Verdict::incomplete;
  return review ? Verdict::review : Verdict::pass;
}

}  // namespace loanlint::findings
