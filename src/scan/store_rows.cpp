// SPDX-License-Identifier: Apache-2.0
#include "scan/store_rows.h"

#include "base/error.h"

namespace loanlint::scan {
namespace {

/// How many cells a row of each kind has.
std::size_t width(RowKind kind) {
  switch (kind) {
    case RowKind::tally:
      return 7;
    case RowKind::package:
      return 15;
    case RowKind::finding:
      return 11;
    case RowKind::evidence:
      return 5;
    case RowKind::gap:
      return 5;
    case RowKind::facts:
      return 1;
  }
  return 0;
}

void bind(Statement& statement, const Cell& cell) {
  if (cell.is_text) {
    statement.bind(cell.text);
  } else {
    statement.bind(cell.number);
  }
}

void add(Tally& tally, const Row& row) {
  const auto number = [&row](std::size_t i) {
    return static_cast<std::uint64_t>(row.cells[i].number);
  };
  tally.bytes += number(0);
  tally.gaps += number(1);
  for (std::size_t i = 0; i < tally.findings.size(); ++i) tally.findings[i] += number(2 + i);
}

/// The place of the failure among the cells of a package's row.
constexpr std::size_t kSettings = 13;

}  // namespace

RowWriter::RowWriter(Database& database)
    : has_package_(database, "SELECT 1 FROM packages WHERE id = ?"),
      delete_findings_(database, "DELETE FROM findings WHERE package = ?"),
      delete_evidence_(database, "DELETE FROM evidence WHERE package = ?"),
      delete_gaps_(database, "DELETE FROM gaps WHERE package = ?"),
      delete_facts_(database, "DELETE FROM facts WHERE package = ?"),
      delete_package_(database, "DELETE FROM packages WHERE id = ?"),
      package_(database,
               "INSERT OR REPLACE INTO packages VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      finding_(database, "INSERT OR REPLACE INTO findings VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"),
      evidence_(database, "INSERT OR REPLACE INTO evidence VALUES(?,?,?,?,?,?)"),
      gap_(database, "INSERT OR REPLACE INTO gaps VALUES(?,?,?,?,?,?)"),
      facts_(database, "INSERT OR REPLACE INTO facts VALUES(?,?)"),
      file_(database, "INSERT OR REPLACE INTO files VALUES(?,?,?,?)") {}

void RowWriter::remove_rows(std::int64_t package) {
  if (!has_package_.bind(package).found()) return;
  for (Statement* remove :
       {&delete_findings_, &delete_evidence_, &delete_gaps_, &delete_facts_, &delete_package_}) {
    remove->bind(package).run();
  }
}

void RowWriter::write_row(std::int64_t package, const Row& row) {
  Statement& statement = row.kind == RowKind::finding    ? finding_
                         : row.kind == RowKind::evidence ? evidence_
                         : row.kind == RowKind::gap      ? gap_
                                                         : facts_;
  statement.bind(package);
  for (const Cell& cell : row.cells) bind(statement, cell);
  statement.run();
}

Written RowWriter::write(std::string& line, const std::string& settings) {
  Written out;
  try {
    write_rows(line, settings, out);
  } catch (const FormatError&) {
    remove_rows(out.package);
    throw;
  }
  return out;
}

void RowWriter::write_rows(std::string& line, const std::string& settings, Written& out) {
  RowReader rows(line);
  while (const Row* row = rows.next()) {
    if (row->cells.size() != width(row->kind)) malformed(0, "row line: wrong number of values");
    if (row->kind == RowKind::tally) {
      add(out.tally, *row);
      continue;
    }
    if (row->kind != RowKind::package) {
      if (out.sha256.empty()) malformed(0, "row line: the package does not come first");
      write_row(out.package, *row);
      continue;
    }
    out.sha256 = row->cells[0].text;
    if (out.sha256.empty()) break;  // a file that could not be read: there is nothing to name it by
    out.package = package_id(out.sha256);
    remove_rows(out.package);
    package_.bind(out.package);
    for (std::size_t i = 0; i < row->cells.size(); ++i) {
      if (i == kSettings) package_.bind(settings);
      bind(package_, row->cells[i]);
    }
    package_.run();
  }
}

void RowWriter::write_file(const FileStamp& stamp, std::int64_t package) {
  file_.bind(stamp.path)
      .bind(static_cast<std::int64_t>(stamp.size))
      .bind(stamp.mtime_ns)
      .bind(package)
      .run();
}

}  // namespace loanlint::scan
