// SPDX-License-Identifier: Apache-2.0
// Web pages: structure through Gumbo, or without it when a page is built to exhaust a parser.
#include <cstdlib>

#include "policy/plain.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const loanlint::Bytes bytes{data, size};
  const loanlint::policy::Plain plain = loanlint::policy::read_html(loanlint::as_text(bytes));
  for (const loanlint::policy::Block& block : plain.blocks) {
    if (block.start > block.end || block.end > plain.text.size()) std::abort();
  }
  loanlint::policy::declared_encoding(bytes);
  return 0;
}
