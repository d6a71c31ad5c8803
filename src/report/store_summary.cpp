// SPDX-License-Identifier: Apache-2.0
#include "report/store_summary.h"

namespace loanlint::report {

std::vector<SummaryChange> changes_in(const SummaryHistory& history, std::size_t version) {
  using findings::Tri;
  std::vector<SummaryChange> out;
  if (version == 0) return out;
  const SummaryPackage& before = history.versions[version - 1];
  const SummaryPackage& now = history.versions[version];
  for (std::size_t kind = 0; kind < 3; ++kind) {
    for (std::size_t row = 0; row < 3; ++row) {
      const Tri was = before.answers[row][kind];
      const Tri is = now.answers[row][kind];
      if (was == is || was == Tri::unknown || is == Tri::unknown) continue;
      out.push_back({row, kind, is == Tri::yes});
    }
  }
  return out;
}

}  // namespace loanlint::report
