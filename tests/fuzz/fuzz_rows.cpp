// SPDX-License-Identifier: Apache-2.0
// What a worker answers, which hostile bytes may have had a hand in. Nothing but a FormatError may
// come out, and every text of a row lies inside the line.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/error.h"
#include "scan/result_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loanlint;
  std::string line(reinterpret_cast<const char*>(data), size);
  const char* const start = line.data();
  const char* const end = start + line.size();
  const auto inside = [&](std::string_view text) {
    if (text.data() < start || text.data() + text.size() > end) std::abort();
  };
  try {
    const scan::RowLine parts = scan::read_row_line(line);
    for (const scan::Cell& cell : parts.head) {
      if (cell.is_text) inside(cell.text);
    }
    for (const std::string_view part : {parts.gaps, parts.findings, parts.evidence}) {
      inside(part);
      // What passed the check unread must be readable.
      std::string list(part);
      scan::RowReader rows(list);
      while (rows.next() != nullptr) {
      }
    }
  } catch (const FormatError&) {
  }
  return 0;
}
