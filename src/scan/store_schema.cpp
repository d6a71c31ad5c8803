// SPDX-License-Identifier: Apache-2.0
#include "scan/store_schema.h"

#include <array>

#include "base/error.h"

namespace loanlint::scan {
namespace {

// Marks the file as ours: "LLNT".
constexpr std::int64_t kApplicationId = 0x4C4C4E54;

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
};

std::int64_t pragma(Database& database, const char* name) {
  Statement statement(database, std::string("PRAGMA ") + name);
  const std::int64_t value = statement.step() ? statement.integer(0) : 0;
  while (statement.step()) {
  }
  return value;
}

bool is_new(Database& database) {
  Statement tables(database, "SELECT count(*) FROM sqlite_schema");
  return tables.step() && tables.integer(0) == 0;
}

}  // namespace

const int kStoreVersion = static_cast<int>(kSteps.size());

void migrate_store_to(Database& database, int version) {
  database.execute("BEGIN IMMEDIATE");
  const std::int64_t found = pragma(database, "user_version");
  for (std::int64_t step = found; step < version; ++step) {
    database.execute(kSteps[static_cast<std::size_t>(step)]);
  }
  database.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.execute("PRAGMA user_version = " + std::to_string(version));
  database.execute("COMMIT");
}

void migrate_store(Database& database) {
  if (!is_new(database) && pragma(database, "application_id") != kApplicationId) {
    throw UsageError(database.path() + ": is a database, but not a store of loanlint");
  }
  const std::int64_t found = pragma(database, "user_version");
  if (found > kStoreVersion) {
    throw UsageError(database.path() + ": was written by a later version of loanlint (schema " +
                     std::to_string(found) + ", this one knows " + std::to_string(kStoreVersion) +
                     ")");
  }
  if (found < kStoreVersion) migrate_store_to(database, kStoreVersion);
}

}  // namespace loanlint::scan
