// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "findings/scan_result.h"
#include "report/words.h"

namespace loanlint::report {

/// The result in a few plain sentences for somebody who does not know the law: what the app asks
/// for, what its code does, what its policy says, and what that does not prove.
std::vector<std::string> plain_sentences(const findings::ScanResult& result, const Voice& voice);

enum class Length : std::uint8_t { brief, full };

/// The way from refusing the permission to the courts, for a person whose data are at stake; empty
/// when there is nothing to complain of.
std::vector<std::string> borrower_steps(const findings::ScanResult& result, const Voice& voice,
                                        Length length = Length::full);

/// The findings' own advice to the borrower, once each, most severe first.
std::vector<std::string> borrower_advice(const findings::ScanResult& result, const Voice& voice);

/// What the lender should change: the advice of each finding, once, most severe first.
std::vector<std::string> lender_steps(const findings::ScanResult& result, const Voice& voice);

/// What could not be seen: gaps, and facts of the triangle that are not known with their reason.
std::vector<std::string> unseen(const findings::ScanResult& result, const Voice& voice);

/// Name of the app for a heading: its label, else its package, else the file.
std::string title_of(const findings::Identity& identity, const Voice& voice);

/// Findings that count: neither good signs nor accepted by the baseline.
std::size_t count_open_concerns(const findings::ScanResult& result);

}  // namespace loanlint::report
