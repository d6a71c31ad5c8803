// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "scan/file_stamp.h"
#include "scan/result_rows.h"
#include "scan/tally.h"

namespace loanlint::scan {

/// What a run is known by. Two runs with the same values are one.
struct RunName {
  std::string inputs;         ///< in words: how many there are, the first and the last
  std::string shard = "0/1";  ///< which part of them
  std::string settings;       ///< hash of everything that can change a result
  std::string ruleset = {};   ///< hash of the rule files
  std::string tool = {};      ///< version of the program
};

/// What one row line came to.
struct Written {
  std::int64_t package = 0;
  std::string sha256;  ///< empty: the file could not be read, and nothing was kept
  Tally tally;         ///< of this package alone
};

/// The results of a large run: one SQLite file (docs/store.md), one writer.
///
/// Results are gathered and written in transactions of many, each as short as it can be: other
/// processes may write to the same store. A run that is killed loses at most the last one, and the
/// file is whole whenever it is opened.
class Store {
 public:
  /// Opens or creates the store and brings its schema up to date. Throws RunError.
  explicit Store(const std::string& path);
  ~Store();

  /// Starts a run, or takes up one of the same name.
  void begin_run(const RunName& name);
  /// The run has seen all its inputs.
  void finish_run();

  /// True when the file was there unchanged (size and mtime), before this run, with a result of
  /// these settings that need not be tried again: one whose worker was killed from outside must.
  bool has_file(const FileStamp& stamp) const;
  /// True when a package with this content was written, with a result as above.
  bool has_package(const std::string& sha256) const;
  /// True when some package of this size is there: only then can a new file be a copy.
  bool has_size(std::uint64_t size) const;

  /// Keeps the result that a row line tells of and the file it came from; replaces what was there
  /// of either. The line is used up. Throws FormatError, and keeps nothing, for a line that is
  /// none.
  Written put(const FileStamp& stamp, std::string line);
  /// Notes that a file holds a package that is there already.
  void put_copy(const FileStamp& stamp, const std::string& sha256);

  /// Makes everything so far permanent.
  void commit();
  /// The same when much has gathered, or something has waited for a second; what put() does too.
  void commit_if_due();

  /// Takes over everything of another store. What both have stays as it is here, except that a
  /// full result takes the place of a failed one; so doing it twice changes nothing and no two
  /// stores are in conflict. Throws RunError, and takes nothing, when the other cannot be read.
  void merge(const std::string& other);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The id of a package in every store: the first 60 bits of its SHA-256.
std::int64_t package_id(std::string_view sha256);

}  // namespace loanlint::scan
