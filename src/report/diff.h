// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

/// What a release does to one thing.
enum class Step : std::uint8_t { added, dropped, changed };

/// One difference between two releases.
struct Change {
  Step step = Step::changed;
  std::string what;    ///< "asks", "does", "says", "permission", "sdk", "target_sdk", "signer", …
  std::string kind;    ///< data kind, where it is about one
  std::string before;  ///< a value or a name; empty when added
  std::string after;   ///< empty when dropped
};

/// The differences between two results of one app.
struct Diff {
  std::vector<Change> changes;              ///< per data kind, then the package
  std::vector<findings::Finding> added;     ///< findings that only the new one has
  std::vector<findings::Finding> resolved;  ///< findings that only the old one has
};

Diff diff(const findings::ScanResult& before, const findings::ScanResult& after,
          const Words& words);

/// True when the new release adds a finding of this severity or above that is no question.
bool adds(const Diff& diff, findings::Severity least);

void write_diff_text(std::ostream& out, const Diff& diff, const findings::ScanResult& before,
                     const findings::ScanResult& after, const Voice& voice, bool colour);
void write_diff_json(std::ostream& out, const Diff& diff, const findings::ScanResult& before,
                     const findings::ScanResult& after, const Words& words);
void write_diff_markdown(std::ostream& out, const Diff& diff, const findings::ScanResult& before,
                         const findings::ScanResult& after, const Voice& voice);

}  // namespace loanlint::report
