// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "base/buffer.h"

namespace loanlint::code {

/// Something in a method that control or data flows through.
struct Event {
  enum class Kind : std::uint8_t {
    call,       ///< may run the methods of list `index`
    alloc,      ///< makes an object of class `index`, whose methods a library may call
    write,      ///< data may go into field `index`
    read,       ///< data may come out of field `index`
    sink,       ///< a way out of the app, of group `index`
    loop,       ///< jumps back to code offset `index`
    start,      ///< starts the components named in the same method
    broadcast,  ///< reaches receivers
    mention,    ///< names class `index`: for an Intent, or for reflection
    result,     ///< hands a result to whoever started this component
    deliver,    ///< has data handed to methods of the names in delivery `index` of the rules
    pour,       ///< puts data into a stream
    touch,      ///< reads a static field of class `index`, whose initialiser must have run
  };
  std::uint32_t offset = 0;  ///< in 16-bit units
  Kind kind() const { return static_cast<Kind>(packed >> 28); }
  std::uint32_t index() const { return packed & 0x0fffffff; }
  std::uint32_t packed = 0;

  static Event make(std::uint32_t offset, Kind kind, std::uint32_t index) {
    return {offset, static_cast<std::uint32_t>(kind) << 28 | (index & 0x0fffffff)};
  }
};

/// The events of one method after the other: of a large app many megabytes.
using EventList = std::vector<Event, BulkAllocator<Event>>;

}  // namespace loanlint::code
