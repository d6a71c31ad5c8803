// SPDX-License-Identifier: Apache-2.0
#include "base/escape.h"

#include <algorithm>

namespace loanlint {

std::string escape(std::string_view text, std::span<const Escape> escapes) {
  const auto escape_of = [escapes](char c) {
    return std::find_if(escapes.begin(), escapes.end(),
                        [c](const Escape& one) { return one.character == c; });
  };
  std::string out;
  out.reserve(text.size());
  std::size_t done = 0;  // most texts are one run without anything to escape
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto found = escape_of(text[at]);
    if (found == escapes.end()) continue;
    out += text.substr(done, at - done);
    out += found->written;
    done = at + 1;
  }
  out += text.substr(done);
  return out;
}

}  // namespace loanlint
