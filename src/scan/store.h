// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "findings/scan_result.h"

namespace loanlint::scan {

/// What tells one version of a file from another without reading it.
struct FileStamp {
  std::string path;
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
};

/// A result to be kept, with why it is not a full one when a worker failed.
struct StoredResult {
  const findings::ScanResult* result = nullptr;
  std::string failure = {};  ///< "", "crash", "timeout", "memory"
  int signal = 0;
};

/// The results of a large run: one SQLite file (docs/store.md), one writer.
///
/// Results are written in transactions of many; a run that is killed loses at most the last one,
/// and the file is whole whenever it is opened.
class Store {
 public:
  /// Opens or creates the store and brings its schema up to date. Throws UsageError.
  explicit Store(const std::string& path);
  ~Store();

  /// Starts a run over `inputs`, or takes up the unfinished one of the same inputs and rules.
  void begin_run(const std::string& inputs, const std::string& ruleset, const std::string& tool);
  /// The run has seen all its inputs.
  void finish_run();

  /// True when the file is there unchanged (size and mtime) with a result made by these rules.
  bool has_file(const FileStamp& stamp) const;
  /// True when a package with this content is there, with a result made by these rules.
  bool has_package(const std::string& sha256) const;
  /// True when some package of this size is there: only then can a new file be a copy.
  bool has_size(std::uint64_t size) const;

  /// Keeps a result and the file it came from; replaces what was there of either.
  void put(const FileStamp& stamp, const StoredResult& stored);
  /// Notes that a file holds a package that is there already.
  void put_copy(const FileStamp& stamp, const std::string& sha256);

  /// Makes everything so far permanent. Called by itself every kBatch results.
  void commit();

  /// Takes over everything of another store. What both have stays as it is here, so that doing it
  /// twice changes nothing and no two stores are in conflict.
  void merge(const std::string& other);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The id of a package in every store: the first 60 bits of its SHA-256.
std::int64_t package_id(const std::string& sha256);

}  // namespace loanlint::scan
