// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace loanlint::scan {

class Database;

/// A prepared statement. Bind values in order with bind(), then run() or step through rows.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds the next parameter. A text is not copied: it has to live until the statement has run.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind_null();

  /// Runs a statement that gives no row, and makes it ready for the next binding.
  void run();
  /// The next row; false at the end, when the statement is ready for the next binding.
  bool step();
  /// True when there is a row; ready for the next binding afterwards.
  bool found();

  std::string text(int column) const;
  std::int64_t integer(int column) const;

 private:
  void reset();
  void check(int result) const;

  Database& database_;
  sqlite3_stmt* statement_ = nullptr;
  int next_ = 1;
};

/// The name by which SQLite reads the file at `path`, whatever it is called and even where nothing
/// can be written beside it.
std::string name_for_reading(const std::string& path);

/// What a database is opened for; `create` makes the file when there is none.
enum class Access : std::uint8_t { read, write, create };

/// An open SQLite file. Every failure is a RunError that names the file and says in words what is
/// wrong: a full disk, a read-only folder, a file that is no database.
class Database {
 public:
  explicit Database(const std::string& path, Access access = Access::create);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void execute(const std::string& sql);
  /// The first column of the first row; 0 when there is none.
  std::int64_t number(const std::string& sql);
  /// Takes back the transaction under way, if there is one; never fails.
  void roll_back();
  /// False for a file that the system opened for reading only.
  bool writable() const;
  [[noreturn]] void fail() const;
  sqlite3* handle() const { return handle_; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  sqlite3* handle_ = nullptr;
};

}  // namespace loanlint::scan
