// SPDX-License-Identifier: Apache-2.0
#include "scan/store.h"

#include <charconv>

#include "base/error.h"
#include "base/json_text.h"
#include "scan/sqlite.h"
#include "scan/store_rows.h"
#include "scan/store_schema.h"

namespace loanlint::scan {
namespace {

/// Results per transaction: enough that a commit costs little beside them, few enough that a
/// killed run loses seconds.
constexpr int kBatch = 256;

Database& opened(Database& database) {
  database.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF");
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
    if (pending == 0) database.execute("BEGIN IMMEDIATE");
    ++pending;
  }
  void commit() {
    if (pending > 0) database.execute("COMMIT");
    pending = 0;
  }
  void end() {
    if (pending >= kBatch) commit();
  }

  Database database;
  RowWriter writer;
  Statement find_file{
      database,
      "SELECT 1 FROM files JOIN packages ON packages.id = files.package WHERE path = "
      "?1 AND files.size = ?2 AND mtime_ns = ?3 AND ruleset = ?4"};
  Statement find_package{database,
                         "SELECT 1 FROM packages WHERE id = ?1 AND sha256 = ?2 AND ruleset = ?3"};
  Statement find_size{database, "SELECT 1 FROM packages WHERE size = ?1 LIMIT 1"};
  std::string ruleset;
  std::int64_t run = 0;
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

void Store::begin_run(const std::string& inputs, const std::string& ruleset,
                      const std::string& tool) {
  State& s = *state_;
  s.ruleset = ruleset;
  s.database.execute("BEGIN IMMEDIATE");
  {
    Statement unfinished(s.database,
                         "SELECT id FROM runs WHERE inputs = ? AND ruleset = ? AND tool = ? AND "
                         "finished = 0 ORDER BY id LIMIT 1");
    unfinished.bind(inputs).bind(ruleset).bind(tool);
    s.run = unfinished.step() ? unfinished.integer(0) : 0;
  }
  if (s.run == 0) {
    Statement insert(s.database,
                     "INSERT INTO runs(inputs, ruleset, tool) VALUES(?, ?, ?) RETURNING id");
    insert.bind(inputs).bind(ruleset).bind(tool);
    if (insert.step()) s.run = insert.integer(0);
    while (insert.step()) {
    }
  }
  s.database.execute("COMMIT");
}

void Store::finish_run() {
  State& s = *state_;
  s.commit();
  Statement finish(s.database, "UPDATE runs SET finished = 1 WHERE id = ?");
  finish.bind(s.run).run();
}

bool Store::has_file(const FileStamp& stamp) const {
  Statement& find = state_->find_file;
  find.bind(stamp.path)
      .bind(static_cast<std::int64_t>(stamp.size))
      .bind(stamp.mtime_ns)
      .bind(state_->ruleset);
  const bool found = find.step();
  while (found && find.step()) {
  }
  return found;
}

bool Store::has_package(const std::string& sha256) const {
  Statement& find = state_->find_package;
  find.bind(package_id(sha256)).bind(sha256).bind(state_->ruleset);
  const bool found = find.step();
  while (found && find.step()) {
  }
  return found;
}

bool Store::has_size(std::uint64_t size) const {
  Statement& find = state_->find_size;
  find.bind(static_cast<std::int64_t>(size));
  const bool found = find.step();
  while (found && find.step()) {
  }
  return found;
}

void Store::put(const FileStamp& stamp, const StoredResult& stored) {
  state_->begin();
  state_->writer.write(stored, state_->ruleset);
  state_->writer.write_file(stamp, package_id(stored.result->identity.sha256));
  state_->end();
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
  {
    Database incoming(other);
    migrate_store(incoming);
  }
  Statement attach(s.database, "ATTACH ? AS incoming");
  attach.bind(other).run();
  // Rows below a package go with it: they are taken only when the package is.
  s.database.execute(R"(
BEGIN IMMEDIATE;
CREATE TEMP TABLE taken AS
  SELECT id FROM incoming.packages WHERE id NOT IN (SELECT id FROM main.packages);
INSERT INTO main.packages SELECT * FROM incoming.packages WHERE id IN taken;
INSERT INTO main.findings SELECT * FROM incoming.findings WHERE package IN taken;
INSERT INTO main.evidence SELECT * FROM incoming.evidence WHERE package IN taken;
INSERT INTO main.gaps SELECT * FROM incoming.gaps WHERE package IN taken;
INSERT INTO main.facts SELECT * FROM incoming.facts WHERE package IN taken;
INSERT OR IGNORE INTO main.files SELECT * FROM incoming.files;
INSERT INTO main.runs(inputs, ruleset, tool, finished)
  SELECT inputs, ruleset, tool, finished FROM incoming.runs
  EXCEPT SELECT inputs, ruleset, tool, finished FROM main.runs;
DROP TABLE taken;
COMMIT;
DETACH incoming;
)");
}

}  // namespace loanlint::scan
