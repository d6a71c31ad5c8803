// SPDX-License-Identifier: Apache-2.0
// The zip walk: opens the bytes as Android does, reads every entry in every way, and compares with
// libzip. Small limits keep one run short; nothing but a LimitError or a FormatError may come out.
#include <cstdint>
#include <cstdlib>

#include "archive/archive.h"
#include "archive/compare.h"
#include "base/buffer.h"
#include "base/error.h"

using loanlint::Bytes;
using loanlint::FormatError;
using loanlint::Limits;
using loanlint::archive::Archive;
using loanlint::archive::As;
using loanlint::archive::Entry;

namespace {

/// What must hold of any archive, whatever the bytes.
void check(const Archive& archive, std::size_t size) {
  for (const Entry& entry : archive.entries()) {
    const Entry* const found = archive.find(entry.name);
    if (found == nullptr || found->name != entry.name) std::abort();
  }
  if (archive.directory_offset() > size) std::abort();
  if (archive.entries().empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Limits limits;
  limits.entry_bytes = 1 << 16;
  limits.package_bytes = 1 << 18;
  limits.entries = 1000;
  const auto source = loanlint::view_bytes(Bytes(data, size));
  try {
    const Archive archive = Archive::open(*source, limits);
    check(archive, size);
    loanlint::Buffer buffer;
    for (const Entry& entry : archive.entries()) {
      for (const As as : {As::asset, As::code, As::salvage}) {
        try {
          const Bytes bytes = archive.read(entry, buffer, as);
          if (bytes.size() > limits.entry_bytes) std::abort();
        } catch (const FormatError&) {
          continue;
        }
      }
    }
    loanlint::archive::compare_views(archive, *source, limits);
  } catch (const FormatError&) {
    return 0;
  }
  return 0;
}
