// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <vector>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

/// The kinds of data every report shows.
inline constexpr std::array<std::string_view, 3> kCoreKinds{"contacts", "sms", "call_log"};

/// What a package says about one kind of data in one of its three voices.
struct Cell {
  findings::Tri value = findings::Tri::unknown;
  std::vector<std::string> details;  ///< short, in words: "READ_SMS", "明确否认"
  std::string reason;                ///< why the value is not known, in words
  const findings::Fact* fact = nullptr;
  /// A policy's yes to something other than reading what the phone holds: entries that the person
  /// picks, a carrier's bill. It agrees with a package that neither asks nor reads.
  bool elsewhere = false;
};

/// asks, does, says × contacts, SMS, call log.
struct Triangle {
  struct Row {
    std::string_view id;  ///< "asks", "does", "says"
    std::array<Cell, kCoreKinds.size()> cells;
  };
  std::array<Row, 3> rows;
};

/// The table of a result; its cells point into the result's facts.
Triangle triangle(const findings::ScanResult& result, const Voice& voice);

/// The fact `<kind>.<name>`, or nullptr.
const findings::Fact* find_fact(const findings::Facts& facts, std::string_view kind,
                                std::string_view name);
/// True when the fact is there and is a yes.
bool holds(const findings::Facts& facts, std::string_view kind, std::string_view name);
/// True when the fact `kind`.`name` says one of `values`.
bool says_one_of(const findings::Facts& facts, std::string_view kind, std::string_view name,
                 std::initializer_list<std::string_view> values);

/// True when the code may send a kind of data off the phone; the system log is on it.
bool leaves_phone(const findings::Facts& facts, std::string_view kind);

}  // namespace loanlint::report
