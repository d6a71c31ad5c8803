// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdint>
#include <string>

#include "android/resources.h"
#include "base/error.h"

/// A resource table: every entry listed, and every listed id looked up.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace loanlint::android;
  try {
    const ResourceTable table = ResourceTable::read({data, size});
    table.packages();
    int left = 200;
    table.for_each_entry([&](const ResourceEntry& entry) {
      entry.name();
      entry.config->qualifiers();
      table.find_text(entry.id, china());
      table.name(entry.id);
      return --left > 0;
    });
    table.for_each_string([](const ResourceEntry&, const std::string*) {});
    table.find_text(0x7f010000);
  } catch (const loanlint::FormatError&) {
  }
  return 0;
}
