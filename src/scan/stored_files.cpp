// SPDX-License-Identifier: Apache-2.0
#include "scan/stored_files.h"

#include <algorithm>

namespace loanlint::scan {
namespace {

constexpr std::size_t kMost = 1024;

}  // namespace

std::string good_result(const std::string& parameter) {
  return "settings = " + parameter + " AND NOT (failure = 'crash' AND failure_signal = 9)";
}

StoredFiles::StoredFiles(Database& database, const std::string& settings)
    : read_(
          database,
          "SELECT path, size, mtime_ns, package FROM files WHERE path >= ? ORDER BY path LIMIT ?") {
  Statement rows(database, "SELECT id FROM packages WHERE NOT (" + good_result("?") + ")");
  rows.bind(settings);
  while (rows.step()) not_kept_.insert(rows.integer(0));
}

void StoredFiles::read(const std::string& path) {
  from_ = path;
  files_.clear();
  next_ = 0;
  read_.bind(path).bind(static_cast<std::int64_t>(count_));
  while (read_.step()) {
    files_.push_back({read_.text(0), read_.integer(1), read_.integer(2), read_.integer(3)});
  }
  ended_ = files_.size() < count_;
}

bool StoredFiles::has(const std::string& path, std::int64_t size, std::int64_t mtime_ns) {
  const bool covered = !from_.empty() && from_ <= path &&
                       (ended_ || (!files_.empty() && path <= files_.back().path));
  if (!covered) {
    const bool in_order = !from_.empty() && from_ <= path && next_ + 1 >= files_.size();
    count_ = in_order ? std::min(count_ * 2, kMost) : 1;
    read(path);
  }
  if (next_ > 0 && path <= files_[next_ - 1].path) next_ = 0;
  while (next_ < files_.size() && files_[next_].path < path) ++next_;
  if (next_ == files_.size() || files_[next_].path != path) return false;
  const File& file = files_[next_];
  return file.size == size && file.mtime_ns == mtime_ns && !not_kept_.contains(file.package);
}

}  // namespace loanlint::scan
