// SPDX-License-Identifier: Apache-2.0
#include "scan/sqlite.h"

#include <sqlite3.h>

#include "base/error.h"

namespace loanlint::scan {

Statement::Statement(Database& database, std::string_view sql) : database_(database) {
  if (sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement_, nullptr) != SQLITE_OK) {
    database.fail();
  }
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::check(int result) const {
  if (result != SQLITE_OK) database_.fail();
}

Statement& Statement::bind(std::string_view text) {
  // An empty view may have no address, which SQLite would take for NULL.
  check(sqlite3_bind_text64(statement_, next_++, text.data() == nullptr ? "" : text.data(),
                            text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  check(sqlite3_bind_int64(statement_, next_++, number));
  return *this;
}

Statement& Statement::bind_null() {
  check(sqlite3_bind_null(statement_, next_++));
  return *this;
}

void Statement::reset() {
  sqlite3_reset(statement_);
  next_ = 1;
}

void Statement::run() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_DONE && result != SQLITE_ROW) database_.fail();
  reset();
}

bool Statement::step() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) database_.fail();
  reset();
  return false;
}

std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

Database::Database(const std::string& path, bool read_only) : path_(path) {
  const int flags = read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  if (sqlite3_open_v2(path.c_str(), &handle_, flags, nullptr) != SQLITE_OK) {
    const std::string problem = sqlite3_errmsg(handle_);
    sqlite3_close(handle_);
    throw UsageError(path + ": " + problem);
  }
  constexpr int kPatienceMilliseconds = 10'000;  // another process may be writing
  sqlite3_busy_timeout(handle_, kPatienceMilliseconds);
}

Database::~Database() { sqlite3_close(handle_); }

void Database::fail() const { throw UsageError(path_ + ": " + sqlite3_errmsg(handle_)); }

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

}  // namespace loanlint::scan
