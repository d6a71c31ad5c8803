// SPDX-License-Identifier: Apache-2.0
// JavaScript and JSON of a package: strings stand in order, inside the script.
#include <cstdint>
#include <cstdlib>

#include "app/script_strings.h"
#include "base/bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::size_t end = 0;
  for (const loanlint::app::ScriptString& string :
       loanlint::app::read_script_strings(loanlint::as_text({data, size}))) {
    if (string.at < end || string.at >= string.end || string.end > size) std::abort();
    end = string.end;
  }
  return 0;
}
