// SPDX-License-Identifier: Apache-2.0
#include "code/sql.h"

#include <doctest/doctest.h>

#include <string>

namespace loanlint::code {
namespace {

TEST_CASE("the table that a statement names") {
  struct Row {
    std::string statement;
    std::string table;
  };
  const Row rows[] = {
      {"SELECT name FROM people WHERE id=?", "people"},
      {"select * from`people`", "people"},
      {"INSERT OR REPLACE INTO \"people\"(name) VALUES (?)", "people"},
      {"UPDATE OR IGNORE people SET sent=1", "people"},
      {"CREATE TABLE IF NOT EXISTS people(name)", "people"},
      {"DELETE FROM [people];", "people"},
      {"SELECT COUNT(*) FROM (SELECT name FROM people)", "people"},
      {"PRAGMA user_version", ""},
      {"SELECT 1 FROM", ""},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.statement);
    CHECK(std::string(sql_table(row.statement)) == row.table);
  }
}

}  // namespace
}  // namespace loanlint::code
