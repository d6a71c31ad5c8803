// SPDX-License-Identifier: Apache-2.0
#include "scan/intake.h"

#include <algorithm>

namespace loanlint::scan {

Intake::Intake(const std::vector<std::string>& inputs, Shard shard, bool resume, Store* store)
    : inputs_(inputs), shard_(shard), resume_(resume), store_(store) {
  if (store_ == nullptr) return;
  stamps_.reserve(inputs_.size());
  std::vector<std::int64_t> sizes;
  sizes.reserve(inputs_.size());
  for (const std::string& path : inputs_) {
    const std::optional<FileStamp> stamp = stamp_of(path);
    stamps_.push_back(stamp ? Stamp{static_cast<std::int64_t>(stamp->size), stamp->mtime_ns}
                            : Stamp{});
    sizes.push_back(stamps_.back().size);
  }
  // Only files of equal size can be copies of each other.
  std::sort(sizes.begin(), sizes.end());
  for (std::size_t i = 1; i < sizes.size(); ++i) {
    if (sizes[i] == sizes[i - 1]) shared_sizes_.insert(sizes[i]);
  }
}

FileStamp Intake::stamp(std::uint64_t id) const {
  const Stamp& known = stamps_[id];
  return {inputs_[id], static_cast<std::uint64_t>(std::max<std::int64_t>(known.size, 0)),
          known.mtime_ns};
}

std::optional<Intake::Input> Intake::next() {
  Input out;
  if (!again_.empty()) {
    out.id = again_.front();
    out.again = true;
    again_.pop_front();
  } else if (next_ < inputs_.size()) {
    out.id = next_++;
  } else {
    return std::nullopt;
  }
  out.scanned = needed(out.id);
  return out;
}

bool Intake::more() const {
  return next_ < inputs_.size() || !again_.empty() || !expected_.empty();
}

bool Intake::needed(std::uint64_t id) {
  const std::string& path = inputs_[id];
  if (store_ == nullptr) return shard_.owns(path);
  const bool known = stamps_[id].size >= 0;
  const FileStamp file = stamp(id);
  if (resume_ && known && store_->has_file(file)) return false;
  if (!shard_.owns(path)) return false;
  if (!known) return true;
  const bool shared = shared_sizes_.contains(stamps_[id].size);
  if (!shared && !(resume_ && store_->has_size(file.size))) return true;
  const std::string hash = hash_of(path);
  if (hash.empty()) return true;
  const std::int64_t package = package_id(hash);
  if (const auto met = met_.find(package); met != met_.end()) {
    if (met->second.done) {
      store_->put_copy(file, hash);
    } else {
      met->second.copies.push_back(id);
    }
    return false;
  }
  if (resume_ && store_->has_package(hash)) {
    store_->put_copy(file, hash);
    return false;
  }
  met_.emplace(package, Met{});
  expected_.emplace(id, package);
  return true;
}

void Intake::done(std::uint64_t id, const std::string& sha256) {
  const auto expected = expected_.find(id);
  if (expected == expected_.end()) return;
  const auto met = met_.find(expected->second);
  std::vector<std::uint64_t>& copies = met->second.copies;
  if (!sha256.empty() && package_id(sha256) == expected->second) {
    for (const std::uint64_t copy : copies) store_->put_copy(stamp(copy), sha256);
    met->second = {true, {}};
  } else {
    again_.insert(again_.end(), copies.begin(), copies.end());
    met_.erase(met);
  }
  expected_.erase(expected);
}

}  // namespace loanlint::scan
