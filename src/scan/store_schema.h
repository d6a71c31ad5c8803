// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scan/sqlite.h"

namespace loanlint::scan {

/// The version of the schema this program writes (docs/store.md). SQLite's user_version holds it.
extern const int kStoreVersion;

/// Brings the database to kStoreVersion, step by step, inside one transaction; a new file starts at
/// step 1. Throws UsageError when the file was written by a later version or is not a store.
void migrate_store(Database& database);

/// Applies the steps up to `version` only: what an older program would have made.
void migrate_store_to(Database& database, int version);

}  // namespace loanlint::scan
