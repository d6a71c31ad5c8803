// SPDX-License-Identifier: Apache-2.0
// What a worker answers, which hostile bytes may have had a hand in. Nothing but a FormatError may
// come out, and every text of a row lies inside the line.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "scan/result_rows.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loanlint;
  std::string line(reinterpret_cast<const char*>(data), size);
  const char* const start = line.data();
  const char* const end = start + line.size();
  try {
    scan::RowReader rows(line);
    while (const scan::Row* row = rows.next()) {
      for (const scan::Cell& cell : row->cells) {
        if (!cell.is_text || cell.text.empty()) continue;
        if (cell.text.data() < start || cell.text.data() + cell.text.size() > end) std::abort();
      }
    }
  } catch (const FormatError&) {
  }
  return 0;
}
