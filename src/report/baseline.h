// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/scan_result.h"

namespace loanlint::report {

/// A finding that somebody has decided to live with, until a day.
struct Acceptance {
  std::string fingerprint;
  std::string package;  ///< of the finding; empty: of any package
  std::string rule;
  std::string kind;  ///< may be empty
  std::string reason;
  std::string who;
  std::string expires;  ///< "2027-03-31": the last day on which it holds

  friend auto operator<=>(const Acceptance&, const Acceptance&) = default;
};

/// A baseline file (rules/schema/baseline.schema.json), and which of its entries a scan met.
class Baseline {
 public:
  Baseline() = default;
  /// Throws UsageError with file, line and column.
  Baseline(std::string_view text, const std::string& shown);

  /// Marks the findings that an entry in force accepts, and gives the verdict anew. `today` is a
  /// day as "2026-11-23". A finding that has changed has another fingerprint, and is new.
  void apply(findings::ScanResult& result, std::string_view today);
  /// Adds an entry for every concern of the result that has none yet.
  void accept(const findings::ScanResult& result, const Acceptance& form);
  /// Drops the entries that have expired, or that no result given to apply() needed.
  std::vector<Acceptance> prune(std::string_view today);

  std::vector<Acceptance> expired(std::string_view today) const;
  std::vector<Acceptance> unmatched() const;
  std::size_t size() const { return entries_.size(); }
  /// The file, entries in order, the same text for the same entries.
  std::string json() const;

 private:
  struct Entry {
    Acceptance acceptance;
    bool matched = false;
  };
  std::vector<Entry> entries_;
};

/// True for a day of the calendar as YYYY-MM-DD.
bool is_day(std::string_view text);

}  // namespace loanlint::report
