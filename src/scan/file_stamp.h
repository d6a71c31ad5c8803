// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace loanlint::scan {

/// What tells one version of a file from another without reading it.
struct FileStamp {
  std::string path;
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
};

/// The stamp of a file as it is now; nothing when it cannot be looked at.
std::optional<FileStamp> stamp_of(const std::string& path);

/// The SHA-256 of a file's content; empty when it cannot be read.
std::string hash_of(const std::string& path);

}  // namespace loanlint::scan
