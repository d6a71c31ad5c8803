// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "report/writer.h"

namespace loanlint::report {

/// One cell: quoted where RFC 4180 asks for it; a text that a spreadsheet would take for a formula
/// gets an apostrophe in front.
std::string csv_cell(const std::string& text);

/// CSV by RFC 4180 in UTF-8 with a byte order mark, without which common spreadsheets garble
/// Chinese: one row per finding or gap, and one for a package that has none.
std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const Words& words,
                                        catalog::Language language);

}  // namespace loanlint::report
