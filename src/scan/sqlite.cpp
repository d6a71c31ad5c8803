// SPDX-License-Identifier: Apache-2.0
#include "scan/sqlite.h"

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "scan/run_error.h"

namespace loanlint::scan {
namespace {

/// True when the file, or the log beside it, is about as large as the system lets a file grow.
bool at_size_limit(const std::string& path) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return false;
  constexpr std::uint64_t kNear = 65536;  // the largest page SQLite writes
  for (const char* suffix : {"", "-wal"}) {
    struct stat status {};
    if (::stat((path + suffix).c_str(), &status) != 0) continue;
    if (static_cast<std::uint64_t>(status.st_size) + kNear >= limit.rlim_cur) return true;
  }
  return false;
}

/// What SQLite's result means to the person whose file it is.
findings::Message told(sqlite3* handle, const std::string& path) {
  const char* key = "store.failed";
  const std::string problem = sqlite3_errmsg(handle);
  switch (sqlite3_extended_errcode(handle) & 0xFF) {
    case SQLITE_FULL:
      key = "store.full";
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      key = "store.read_only";
      break;
    case SQLITE_CANTOPEN:
      key = "store.cannot_open";
      break;
    case SQLITE_NOTADB:
      key = "store.not_a_store";
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      key = "store.busy";
      break;
    case SQLITE_CORRUPT:
      return {"store.damaged", {path, problem}};
    case SQLITE_IOERR: {
      // A quota, or a limit on the size of a file, is no full disk to SQLite.
      const int cause = sqlite3_system_errno(handle);
      if (cause != ENOSPC && cause != EDQUOT && !at_size_limit(path)) return {key, {path, problem}};
      key = "store.full";
      break;
    }
    default:
      return {key, {path, problem}};
  }
  return {key, {path}};
}

/// The path as SQLite's URI of a file that nobody changes: percent-encoded.
std::string immutable_uri(const std::string& path) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte < 0x20) {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    } else {
      out.push_back(c);
    }
  }
  return out + "?immutable=1";
}

/// A path as SQLite takes it for a file: ":memory:" and "file:…" mean something else to it.
std::string plain_file(const std::string& path) {
  return path.starts_with('/') ? path : "./" + path;
}

}  // namespace

std::string name_for_reading(const std::string& path) {
  // Where nothing can be written there is no place for SQLite's notes beside the file; it needs
  // none when nobody has left any.
  const std::string folder = path.substr(0, path.find_last_of('/') + 1);
  const bool notes = ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0 ||
                     ::access((path + "-wal").c_str(), F_OK) == 0;
  return notes ? plain_file(path) : immutable_uri(path);
}

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
                            text.size(), SQLITE_STATIC, SQLITE_UTF8));
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

bool Statement::found() {
  const bool any = step();
  if (any) reset();
  return any;
}

std::string Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

Database::Database(const std::string& path, Access access) : path_(path) {
  const bool read_only = access == Access::read;
  int flags = SQLITE_OPEN_URI | (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  if (access == Access::create) flags |= SQLITE_OPEN_CREATE;
  const std::string name = read_only ? name_for_reading(path) : plain_file(path);
  const int result = sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr);
  if (result != SQLITE_OK) {
    const RunError error(told(handle_, path));
    sqlite3_close(handle_);
    throw error;
  }
  sqlite3_extended_result_codes(handle_, 1);
  constexpr int kPatienceMilliseconds = 10'000;  // another process may be writing
  sqlite3_busy_timeout(handle_, kPatienceMilliseconds);
}

Database::~Database() { sqlite3_close(handle_); }

void Database::fail() const { throw RunError(told(handle_, path_)); }

bool Database::writable() const { return sqlite3_db_readonly(handle_, "main") == 0; }

void Database::execute(const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Database::roll_back() {
  if (sqlite3_get_autocommit(handle_) == 0)
    sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

std::int64_t Database::number(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

}  // namespace loanlint::scan
