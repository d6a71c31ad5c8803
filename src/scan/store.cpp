// SPDX-License-Identifier: Apache-2.0
#include "scan/store.h"

#include <charconv>
#include <filesystem>
#include <optional>

#include "base/error.h"
#include "scan/run_error.h"
#include "scan/sqlite.h"
#include "scan/store_rows.h"
#include "scan/store_schema.h"
#include "scan/stored_files.h"

namespace loanlint::scan {
namespace {

/// Results per transaction: enough that a commit costs little beside them, few enough that a
/// killed run loses seconds.
constexpr int kBatch = 256;

Database& opened(Database& database) {
  // A file of somebody else's, or of a later version, must not be changed by opening it.
  store_version(database);
  if (!database.writable()) throw RunError({"store.read_only", {database.path()}});
  database.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; "
      "PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4096");
  migrate_store(database);
  return database;
}

}  // namespace

std::int64_t package_id(const std::string& sha256) {
  std::int64_t id = 0;
  constexpr std::size_t kDigits = 15;
  if (sha256.size() >= kDigits) std::from_chars(sha256.data(), sha256.data() + kDigits, id, 16);
  return id;
}

struct Store::State {
  explicit State(const std::string& path) : database(path), writer(opened(database)) {}

  void begin() {
    if (pending == 0) begin_batch.run();
    ++pending;
  }
  void commit() {
    if (pending > 0) commit_batch.run();
    pending = 0;
  }
  void end() {
    if (pending >= kBatch) commit();
  }

  Database database;
  RowWriter writer;
  Statement begin_batch{database, "BEGIN IMMEDIATE"};
  Statement commit_batch{database, "COMMIT"};
  Statement find_package{
      database, "SELECT 1 FROM packages WHERE id = ? AND sha256 = ? AND " + good_result("?")};
  Statement find_size{database, "SELECT 1 FROM packages WHERE size = ?1 LIMIT 1"};
  std::optional<StoredFiles> files;
  RunName run;
  int pending = 0;
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
  s.files.reset();
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
  if (!s.files) s.files.emplace(s.database, s.run.settings);
  return s.files->has(stamp.path, static_cast<std::int64_t>(stamp.size), stamp.mtime_ns);
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
  s.begin();
  Written written = s.writer.write(line, s.run.settings);
  if (!written.sha256.empty()) s.writer.write_file(stamp, written.package);
  s.end();
  return written;
}

void Store::put_copy(const FileStamp& stamp, const std::string& sha256) {
  state_->begin();
  state_->writer.write_file(stamp, package_id(sha256));
  state_->end();
}

void Store::commit() { state_->commit(); }

void Store::merge(const std::string& other) {
  State& s = *state_;
  s.commit();
  std::error_code ignored;
  if (std::filesystem::equivalent(other, s.database.path(), ignored))
    throw RunError({"store.merge_itself", {other}});
  {
    Database incoming(other, Access::write);
    if (store_version(incoming) == 0) throw RunError({"store.not_a_store", {other}});
    migrate_store(incoming);
  }
  Statement(s.database, "ATTACH ? AS incoming").bind(other).run();
  // What was found in a package goes with it.
  s.database.execute(R"(
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
)");
}

}  // namespace loanlint::scan
