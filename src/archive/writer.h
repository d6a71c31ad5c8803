// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/buffer.h"
#include "base/bytes.h"

namespace loanlint::archive {

/// A file to be put into a ZIP file. The content is somebody else's.
struct ZipItem {
  std::string name;  ///< UTF-8 with forward slashes, not twice in one ZIP file
  Bytes content;
};

/// The bytes of a ZIP file that is the same for the same items, on every machine: entries in the
/// order given, times fixed at 1980-01-01, readable by all, stored as they are (what deflate makes
/// of them differs between versions of zlib). Throws UsageError, in libzip's words, when an item
/// cannot be put in.
Buffer write_zip(const std::vector<ZipItem>& items);

}  // namespace loanlint::archive
