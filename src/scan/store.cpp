// SPDX-License-Identifier: Apache-2.0
#include "scan/store.h"

#include <charconv>
#include <chrono>
#include <deque>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "base/error.h"
#include "scan/run_error.h"
#include "scan/sqlite.h"
#include "scan/store_rows.h"
#include "scan/store_schema.h"
#include "scan/stored_files.h"

namespace loanlint::scan {
namespace {

using Clock = std::chrono::steady_clock;

/// When what has gathered is written: enough that a commit costs little beside it, soon enough that
/// a killed run loses a second.
constexpr std::size_t kBatch = 256;
constexpr std::size_t kBatchBytes = std::size_t{8} << 20;
constexpr std::chrono::seconds kBatchTime{1};

/// Takes over the attached store "incoming"; what was found in a package goes with it.
constexpr const char* kTakeOver = R"(
BEGIN IMMEDIATE;
CREATE TEMP TABLE taken AS SELECT theirs.id AS id FROM incoming.packages AS theirs
  LEFT JOIN main.packages AS ours ON ours.id = theirs.id
  WHERE ours.id IS NULL OR (ours.failure <> '' AND theirs.failure = '');
INSERT OR REPLACE INTO main.packages SELECT * FROM incoming.packages WHERE id IN taken;
INSERT OR REPLACE INTO main.results SELECT * FROM incoming.results WHERE package IN taken;
INSERT OR IGNORE INTO main.files SELECT * FROM incoming.files;
INSERT INTO main.runs SELECT * FROM incoming.runs WHERE true
  ON CONFLICT DO UPDATE SET finished = max(finished, excluded.finished);
DROP TABLE taken;
COMMIT;
DETACH incoming;
)";

Database& opened(Database& database) {
  // A file of somebody else's, or of a later version, must not be changed by opening it.
  store_version(database);
  if (!database.writable()) throw RunError({"store.read_only", {database.path()}});
  // A result takes some 8 kB, at a place of its own among the others: pages that hold one.
  database.execute(
      "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
      "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -24576; PRAGMA wal_autocheckpoint = 2048");
  migrate_store(database);
  return database;
}

}  // namespace

std::int64_t package_id(std::string_view sha256) {
  std::int64_t id = 0;
  constexpr std::size_t kDigits = 15;
  if (sha256.size() >= kDigits) std::from_chars(sha256.data(), sha256.data() + kDigits, id, 16);
  return id;
}

struct Store::State {
  explicit State(const std::string& path) : database(path), writer(opened(database)) {}

  void commit() {
    if (files.empty()) return;
    const std::deque<Result> written = std::exchange(results, {});
    const std::vector<File> places = std::exchange(files, {});
    bytes = 0;
    begin_batch.run();
    try {
      for (const Result& result : written) writer.write(result.parts, run.settings);
      for (const File& file : places) writer.write_file(file.stamp, file.package);
      commit_batch.run();
    } catch (const RunError&) {
      database.roll_back();
      throw;
    }
  }
  void add_file(const FileStamp& stamp, std::int64_t package) {
    if (files.empty()) since = Clock::now();
    files.push_back({stamp, package});
  }
  void commit_if_due() {
    if (files.size() >= kBatch || bytes >= kBatchBytes ||
        (!files.empty() && Clock::now() - since >= kBatchTime)) {
      commit();
    }
  }

  /// A result that is not written yet; the parts point into the line.
  struct Result {
    std::string line;
    RowLine parts;
  };
  struct File {
    FileStamp stamp;
    std::int64_t package;
  };

  Database database;
  RowWriter writer;
  Statement begin_batch{database, "BEGIN IMMEDIATE"};
  Statement commit_batch{database, "COMMIT"};
  Statement find_package{
      database, "SELECT 1 FROM packages WHERE id = ? AND sha256 = ? AND " + good_result("?")};
  Statement find_size{database, "SELECT 1 FROM packages WHERE size = ?1 LIMIT 1"};
  std::optional<StoredFiles> stored;
  RunName run;
  std::deque<Result> results;  // never moved: the parts of each point into it
  std::vector<File> files;
  std::size_t bytes = 0;    // of the results
  Clock::time_point since;  // when the first of the files came
};

Store::Store(const std::string& path) : state_(std::make_unique<State>(path)) {}

Store::~Store() {
  try {
    state_->commit();
  } catch (const UsageError&) {
    // Said already when the write failed; what was committed is safe.
  }
}

void Store::begin_run(const RunName& name) {
  State& s = *state_;
  s.commit();
  s.run = name;
  Statement begin(s.database,
                  "INSERT INTO runs(inputs, shard, settings, ruleset, tool, finished) "
                  "VALUES(?, ?, ?, ?, ?, 0) ON CONFLICT DO UPDATE SET finished = 0");
  begin.bind(name.inputs)
      .bind(name.shard)
      .bind(name.settings)
      .bind(name.ruleset)
      .bind(name.tool)
      .run();
  s.stored.reset();
}

void Store::finish_run() {
  State& s = *state_;
  s.commit();
  Statement finish(s.database,
                   "UPDATE runs SET finished = 1 WHERE inputs = ? AND shard = ? AND settings = ?");
  finish.bind(s.run.inputs).bind(s.run.shard).bind(s.run.settings).run();
}

bool Store::has_file(const FileStamp& stamp) const {
  State& s = *state_;
  if (!s.stored) s.stored.emplace(s.database, s.run.settings);
  return s.stored->has(stamp.path, static_cast<std::int64_t>(stamp.size), stamp.mtime_ns);
}

bool Store::has_package(const std::string& sha256) const {
  return state_->find_package.bind(package_id(sha256))
      .bind(sha256)
      .bind(state_->run.settings)
      .found();
}

bool Store::has_size(std::uint64_t size) const {
  return state_->find_size.bind(static_cast<std::int64_t>(size)).found();
}

Written Store::put(const FileStamp& stamp, std::string line) {
  State& s = *state_;
  State::Result result{std::move(line), {}};
  s.results.push_back(std::move(result));
  State::Result& kept = s.results.back();
  Written written;
  try {
    kept.parts = read_row_line(kept.line);
    written = summed_up(kept.parts);
  } catch (const FormatError&) {
    s.results.pop_back();
    throw;
  }
  if (written.sha256.empty()) {  // could not be read: there is nothing to name it by
    s.results.pop_back();
    return written;
  }
  s.bytes += kept.line.size();
  s.add_file(stamp, written.package);
  s.commit_if_due();
  return written;
}

void Store::put_copy(const FileStamp& stamp, const std::string& sha256) {
  state_->add_file(stamp, package_id(sha256));
  state_->commit_if_due();
}

void Store::commit() { state_->commit(); }

void Store::commit_if_due() { state_->commit_if_due(); }

void Store::merge(const std::string& other) {
  State& s = *state_;
  s.commit();
  std::error_code ignored;
  if (std::filesystem::equivalent(other, s.database.path(), ignored))
    throw RunError({"store.merge_itself", {other}});
  update_store(other);
  try {
    Statement(s.database, "ATTACH ? AS incoming").bind(name_for_reading(other)).run();
    s.database.execute(kTakeOver);
  } catch (const RunError& error) {
    s.database.roll_back();
    // SQLite does not say which of the two it was.
    findings::Message message = error.message();
    message.args.front() = other + " → " + s.database.path();
    throw RunError(std::move(message));
  }
}

}  // namespace loanlint::scan
