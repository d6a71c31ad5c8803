// SPDX-License-Identifier: Apache-2.0
#include "scan/file_stamp.h"

#include <sys/stat.h>

#include <stdexcept>

#include "base/sha256.h"
#include "base/source.h"

namespace loanlint::scan {

std::optional<FileStamp> stamp_of(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return FileStamp{path, static_cast<std::uint64_t>(status.st_size),
                   status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec};
}

std::string hash_of(const std::string& path) {
  try {
    return sha256_hex(*open_file(path));
  } catch (const std::runtime_error&) {
    return {};
  }
}

}  // namespace loanlint::scan
