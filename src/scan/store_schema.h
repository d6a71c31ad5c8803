// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "scan/sqlite.h"

namespace loanlint::scan {

/// Marks a file as ours: SQLite's application_id.
extern const std::int64_t kStoreApplicationId;

/// The version of the schema this program writes (docs/store.md). SQLite's user_version holds it.
extern const int kStoreVersion;

/// The version of the schema of an open store; 0 for an empty file. Throws RunError when it was
/// written by a later version or is not a store.
int store_version(Database& database);

/// Brings the database to kStoreVersion, step by step, inside one transaction; a new file starts at
/// step 1. Throws RunError as store_version() does.
void migrate_store(Database& database);

/// Brings the store at `path` up to date, which is only opened for writing when it has to be.
/// Throws RunError, also when there is no store.
void update_store(const std::string& path);

/// Applies the steps up to `version` only: what an older program would have made.
void migrate_store_to(Database& database, int version);

}  // namespace loanlint::scan
