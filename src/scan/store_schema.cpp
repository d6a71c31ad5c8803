// SPDX-License-Identifier: Apache-2.0
#include "scan/store_schema.h"

#include <array>

#include "scan/run_error.h"

namespace loanlint::scan {
namespace {

// A step, once released, is never changed; a change of the schema is a further step.
// packages.id is the first 60 bits of the SHA-256: the same package has the same id in every store,
// so stores unite without renumbering.
constexpr std::array kSteps{
    // 1: runs, files, packages and what was found.
    R"(
CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  inputs TEXT NOT NULL,
  ruleset TEXT NOT NULL,
  tool TEXT NOT NULL,
  finished INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE files (
  path TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  package INTEGER NOT NULL REFERENCES packages(id)
) WITHOUT ROWID;
CREATE TABLE packages (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  input TEXT NOT NULL,
  package TEXT NOT NULL,
  version_name TEXT NOT NULL,
  version_code TEXT NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  min_sdk INTEGER NOT NULL,
  target_sdk INTEGER NOT NULL,
  signers TEXT NOT NULL,
  verdict TEXT NOT NULL,
  refused INTEGER NOT NULL,
  ruleset TEXT NOT NULL
);
CREATE TABLE findings (
  package INTEGER NOT NULL REFERENCES packages(id),
  position INTEGER NOT NULL,
  rule TEXT NOT NULL,
  pack TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL,
  basis TEXT NOT NULL,
  open INTEGER NOT NULL,
  good INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  PRIMARY KEY (package, position)
) WITHOUT ROWID;
CREATE TABLE evidence (
  package INTEGER NOT NULL,
  finding INTEGER NOT NULL,
  position INTEGER NOT NULL,
  entry TEXT NOT NULL,
  place TEXT NOT NULL,
  excerpt TEXT NOT NULL,
  PRIMARY KEY (package, finding, position)
) WITHOUT ROWID;
CREATE TABLE gaps (
  package INTEGER NOT NULL REFERENCES packages(id),
  position INTEGER NOT NULL,
  entry TEXT NOT NULL,
  "offset" INTEGER NOT NULL,
  what TEXT NOT NULL,
  "limit" TEXT NOT NULL,
  PRIMARY KEY (package, position)
) WITHOUT ROWID;
CREATE TABLE facts (
  package INTEGER PRIMARY KEY REFERENCES packages(id),
  facts TEXT NOT NULL
);
)",
    // 2: why a package has no full result, and one row per fact for questions in SQL.
    R"(
ALTER TABLE packages ADD COLUMN failure TEXT NOT NULL DEFAULT '';
ALTER TABLE packages ADD COLUMN failure_signal INTEGER NOT NULL DEFAULT 0;
CREATE VIEW fact_values AS
  SELECT facts.package AS package, each.key AS fact, each.value AS value
  FROM facts, json_each(facts.facts) AS each;
CREATE INDEX findings_by_rule ON findings(rule, package);
CREATE INDEX packages_by_name ON packages(package);
CREATE INDEX packages_by_size ON packages(size);
)",
    // 3: one row for all that was found in a package: rows of their own for findings, evidence and
    // gaps cost the one process that writes several times as much. Views give them as before. Runs
    // and results know by which settings they were made, runs which shard they are.
    R"(
CREATE TABLE results (
  package INTEGER PRIMARY KEY REFERENCES packages(id),
  facts TEXT NOT NULL,
  gaps TEXT NOT NULL,
  findings TEXT NOT NULL,
  evidence TEXT NOT NULL
);
INSERT INTO results SELECT packages.id,
  coalesce((SELECT facts FROM facts WHERE package = packages.id), '{}'),
  (SELECT json_group_array(json_array(position, entry, "offset", what, "limit"))
   FROM (SELECT * FROM gaps WHERE package = packages.id ORDER BY position)),
  (SELECT json_group_array(json_array(position, rule, pack, kind, severity, basis, open, good,
                                      fingerprint, message_zh, message_en))
   FROM (SELECT * FROM findings WHERE package = packages.id ORDER BY position)),
  (SELECT json_group_array(json_array(finding, position, entry, place, excerpt))
   FROM (SELECT * FROM evidence WHERE package = packages.id ORDER BY finding, position))
FROM packages;
ALTER TABLE packages ADD COLUMN critical INTEGER NOT NULL DEFAULT 0;
ALTER TABLE packages ADD COLUMN high INTEGER NOT NULL DEFAULT 0;
ALTER TABLE packages ADD COLUMN medium INTEGER NOT NULL DEFAULT 0;
ALTER TABLE packages ADD COLUMN low INTEGER NOT NULL DEFAULT 0;
ALTER TABLE packages ADD COLUMN info INTEGER NOT NULL DEFAULT 0;
UPDATE packages SET critical = n.critical, high = n.high, medium = n.medium, low = n.low,
  info = n.info
  FROM (SELECT package, sum(severity = 'critical') AS critical, sum(severity = 'high') AS high,
               sum(severity = 'medium') AS medium, sum(severity = 'low') AS low,
               sum(severity = 'info') AS info
        FROM findings WHERE NOT open AND NOT good GROUP BY package) AS n
  WHERE n.package = packages.id;
DROP VIEW fact_values;
DROP TABLE facts;
DROP TABLE gaps;
DROP TABLE evidence;
DROP TABLE findings;
CREATE VIEW facts AS SELECT package, facts FROM results;
CREATE VIEW fact_values AS SELECT package, each.key AS fact, each.value AS value
  FROM results, json_each(results.facts) AS each;
CREATE VIEW gaps AS SELECT package, each.value ->> 0 AS position, each.value ->> 1 AS entry,
  each.value ->> 2 AS "offset", each.value ->> 3 AS what, each.value ->> 4 AS "limit"
  FROM results, json_each(results.gaps) AS each;
CREATE VIEW findings AS SELECT package, each.value ->> 0 AS position, each.value ->> 1 AS rule,
  each.value ->> 2 AS pack, each.value ->> 3 AS kind, each.value ->> 4 AS severity,
  each.value ->> 5 AS basis, each.value ->> 6 AS open, each.value ->> 7 AS good,
  each.value ->> 8 AS fingerprint, each.value ->> 9 AS message_zh, each.value ->> 10 AS message_en
  FROM results, json_each(results.findings) AS each;
CREATE VIEW evidence AS SELECT package, each.value ->> 0 AS finding, each.value ->> 1 AS position,
  each.value ->> 2 AS entry, each.value ->> 3 AS place, each.value ->> 4 AS excerpt
  FROM results, json_each(results.evidence) AS each;
ALTER TABLE packages RENAME COLUMN ruleset TO settings;
ALTER TABLE runs RENAME TO old_runs;
CREATE TABLE runs (
  inputs TEXT NOT NULL,
  shard TEXT NOT NULL,
  settings TEXT NOT NULL,
  ruleset TEXT NOT NULL,
  tool TEXT NOT NULL,
  finished INTEGER NOT NULL,
  PRIMARY KEY (inputs, shard, settings)
) WITHOUT ROWID;
INSERT INTO runs SELECT inputs, '0/1', ruleset, ruleset, max(tool), max(finished)
  FROM old_runs GROUP BY inputs, ruleset;
DROP TABLE old_runs;
CREATE INDEX files_by_package ON files(package);
)",
};

}  // namespace

const std::int64_t kStoreApplicationId = 0x4C4C4E54;  // "LLNT"
const int kStoreVersion = static_cast<int>(kSteps.size());

void migrate_store_to(Database& database, int version) {
  database.execute("BEGIN IMMEDIATE");
  // Another program may have been faster while this one waited for its turn.
  const std::int64_t found = database.number("PRAGMA user_version");
  for (std::int64_t step = found; step < version; ++step) {
    database.execute(kSteps[static_cast<std::size_t>(step)]);
  }
  if (found < version) {
    database.execute("PRAGMA application_id = " + std::to_string(kStoreApplicationId));
    database.execute("PRAGMA user_version = " + std::to_string(version));
  }
  database.execute("COMMIT");
}

int store_version(Database& database) {
  const std::int64_t version = database.number("PRAGMA user_version");
  if (database.number("SELECT count(*) FROM sqlite_schema") == 0) return 0;
  if (database.number("PRAGMA application_id") != kStoreApplicationId) {
    throw RunError({"store.not_a_store", {database.path()}});
  }
  if (version > kStoreVersion) {
    throw RunError(
        {"store.later", {database.path(), std::to_string(version), std::to_string(kStoreVersion)}});
  }
  return static_cast<int>(version);
}

void migrate_store(Database& database) {
  if (store_version(database) < kStoreVersion) migrate_store_to(database, kStoreVersion);
}

void update_store(const std::string& path) {
  {
    Database database(path, Access::read);
    const int version = store_version(database);
    if (version == 0) throw RunError({"store.not_a_store", {path}});
    if (version == kStoreVersion) return;
  }
  Database database(path, Access::write);
  if (!database.writable()) throw RunError({"store.read_only", {path}});
  migrate_store(database);
}

}  // namespace loanlint::scan
