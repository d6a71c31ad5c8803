// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "scan/sqlite.h"

namespace loanlint::scan {

/// SQL for a package whose result a resumed run keeps; `parameter` stands for the settings. SIGKILL
/// comes from outside: somebody's hand, or a machine short of memory.
std::string good_result(const std::string& parameter);

/// Which files a store has results of, asked mostly in the order of their paths: then they are read
/// in runs of many, since a million single questions take seconds.
class StoredFiles {
 public:
  StoredFiles(Database& database, const std::string& settings);

  /// True when the file was there unchanged, with a result that is kept, when this was made or
  /// somewhat later.
  bool has(const std::string& path, std::int64_t size, std::int64_t mtime_ns);

 private:
  struct File {
    std::string path;
    std::int64_t size;
    std::int64_t mtime_ns;
    std::int64_t package;
  };
  /// Reads the next files from `path` on.
  void read(const std::string& path);

  Statement read_;
  std::unordered_set<std::int64_t> not_kept_;  ///< packages whose result has to be made again
  std::vector<File> files_;                    ///< those from from_ on, in order
  std::string from_;
  bool ended_ = false;  ///< there are no files behind the last of files_
  std::size_t next_ = 0;
  std::size_t count_ = 1;  ///< how many to read at once; grows while the questions come in order
};

}  // namespace loanlint::scan
