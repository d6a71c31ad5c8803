// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "findings/fact.h"
#include "findings/finding.h"
#include "findings/message.h"
#include "findings/scan_result.h"

namespace loanlint::report {

/// Three answers of one voice, or of many packages: contacts, sms, call_log (kCoreKinds).
template <class Value>
using PerKind = std::array<Value, 3>;
/// asks, does, says × the core kinds.
template <class Value>
using PerCell = std::array<PerKind<Value>, 3>;

/// How many packages gave each answer.
struct AnswerCounts {
  std::uint64_t yes = 0;
  std::uint64_t no = 0;
  std::uint64_t unknown = 0;
};

/// One package of a set.
struct SummaryPackage {
  findings::Bilingual label;
  std::string package;
  std::string version_name;
  std::string version_code;
  std::string path;  ///< of one of its files
  std::string sha256;
  std::string category;  ///< loan, finance, other; empty when not known
  findings::Verdict verdict = findings::Verdict::incomplete;
  std::array<std::uint32_t, 5>
      findings{};  ///< by Severity; open, good and accepted ones do not count
  PerCell<findings::Tri> answers{};
};

/// A rule, and how many packages it has something to say about.
struct SummaryRule {
  std::string id;
  findings::Bilingual title;
  findings::Severity severity = findings::Severity::info;
  std::uint64_t packages = 0;
};

/// Third-party code, and in how many packages it was found.
struct SummarySdk {
  std::string id;
  findings::Bilingual name;
  std::uint64_t packages = 0;
  PerKind<std::uint64_t> reads{};  ///< in how many of them it reads each core kind
};

/// A file without a full result.
struct SummaryFailure {
  std::string path;
  std::string failure;  ///< "crash", "timeout", "memory"; empty: parts of it could not be read
  int signal = 0;       ///< that ended the worker; 0: none
  std::uint64_t gaps = 0;
};

/// The versions of one app in the set, oldest first.
struct SummaryHistory {
  std::string package;
  findings::Bilingual label;
  std::vector<SummaryPackage> versions;
};

/// Many results as numbers and lists: what `loanlint report STORE.db` shows.
struct StoreSummary {
  std::string name;              ///< of the store
  std::uint64_t unfinished = 0;  ///< runs, or shards of one, that have not seen all their inputs
  std::uint64_t files = 0;       ///< copies of one package count each
  std::uint64_t packages = 0;    ///< different ones
  std::uint64_t loan_packages = 0;
  std::array<std::uint64_t, 4> verdicts{};  ///< by Verdict
  PerCell<AnswerCounts> answers{};
  std::vector<SummaryPackage> worst;  ///< worst first; may be fewer than there are
  std::vector<SummaryRule> rules;     ///< most frequent first
  std::vector<SummarySdk> sdks;       ///< those that read contacts in most packages first
  std::vector<SummaryFailure> failures;
  std::uint64_t failure_count = 0;  ///< all of them, listed or not
  std::vector<SummaryHistory> histories;
};

/// One answer that a version gives and the one before did not: it began to ask, do or say.
struct SummaryChange {
  std::size_t row = 0;   ///< asks, does, says
  std::size_t kind = 0;  ///< of kCoreKinds
  bool began = true;     ///< false: it gave the answer up
};

/// What `version` of a history changed against the version before; nothing for the first one, and
/// nothing about what one of the two does not know.
std::vector<SummaryChange> changes_in(const SummaryHistory& history, std::size_t version);

}  // namespace loanlint::report
