// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>
#include <span>
#include <string>

#include "report/writer.h"

namespace loanlint::report {

/// One row by RFC 4180: cells are quoted where it asks for that; a text that a spreadsheet would
/// take for a formula gets an apostrophe in front.
void write_csv_row(std::ostream& out, std::span<const std::string> cells);

/// CSV by RFC 4180 in UTF-8 with a byte order mark, without which common spreadsheets garble
/// Chinese: one row per finding or gap, and one for a package that has none.
std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const Words& words,
                                        catalog::Language language);

}  // namespace loanlint::report
