// SPDX-License-Identifier: Apache-2.0
#include "scan/store_rows.h"

namespace loanlint::scan {
namespace {

Tally tally_of(const RowLine& line) {
  const auto number = [&line](std::size_t cell) {
    return static_cast<std::uint64_t>(line.head[cell].number);
  };
  Tally tally;
  tally.bytes = number(kSize);
  tally.gaps = number(kIncomplete);
  for (std::size_t i = 0; i < tally.findings.size(); ++i) tally.findings[i] = number(kInfo - i);
  return tally;
}

}  // namespace

Written summed_up(const RowLine& line) {
  Written out;
  out.tally = tally_of(line);
  out.sha256 = line.head[kSha256].text;
  out.package = package_id(out.sha256);
  return out;
}

RowWriter::RowWriter(Database& database)
    : package_(database,
               "INSERT OR REPLACE INTO packages(id, sha256, size, input, package, version_name, "
               "version_code, label_zh, label_en, min_sdk, target_sdk, signers, verdict, refused, "
               "failure, failure_signal, critical, high, medium, low, info, settings) "
               "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      result_(database,
              "INSERT OR REPLACE INTO results(package, facts, gaps, findings, evidence) "
              "VALUES(?,?,?,?,?)"),
      file_(database, "INSERT OR REPLACE INTO files VALUES(?,?,?,?)") {}

void RowWriter::write(const RowLine& parts, const std::string& settings) {
  const std::int64_t package = package_id(parts.head[kSha256].text);
  package_.bind(package);
  for (std::size_t i = kSha256; i < kFacts; ++i) {
    const Cell& cell = parts.head[i];
    if (cell.is_text) {
      package_.bind(cell.text);
    } else {
      package_.bind(cell.number);
    }
  }
  package_.bind(settings).run();
  result_.bind(package)
      .bind(parts.head[kFacts].text)
      .bind(parts.gaps)
      .bind(parts.findings)
      .bind(parts.evidence)
      .run();
}

void RowWriter::write_file(const FileStamp& stamp, std::int64_t package) {
  file_.bind(stamp.path)
      .bind(static_cast<std::int64_t>(stamp.size))
      .bind(stamp.mtime_ns)
      .bind(package)
      .run();
}

}  // namespace loanlint::scan
