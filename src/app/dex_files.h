// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "app/parts.h"
#include "base/buffer.h"
#include "code/context.h"

namespace loanlint::app {

/// The DEX files of a package, with the bytes they view.
struct DexFiles {
  std::vector<code::NamedDex> dexes;
  std::deque<Buffer> buffers;  ///< elements do not move
  bool all_read = true;        ///< false when a gap tells of one that was not
};

/// Reads every *.dex of every part, or the file itself where it is one, up to Limits::code_bytes.
DexFiles read_dex_files(const Parts& parts, const ByteSource& source, const std::string& path,
                        const Limits& limits, std::vector<findings::Gap>& gaps);

}  // namespace loanlint::app
