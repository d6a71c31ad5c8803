// SPDX-License-Identifier: Apache-2.0
// A result from a worker, which hostile bytes may have had a hand in. What is read can be written.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.h"
#include "scan/wire.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loanlint;
  try {
    const findings::ScanResult result =
        scan::read_wire(std::string_view(reinterpret_cast<const char*>(data), size));
    const std::string line = scan::to_wire(result);
    if (scan::to_wire(scan::read_wire(line)) != line) std::abort();
  } catch (const FormatError&) {
  }
  return 0;
}
