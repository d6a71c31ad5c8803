// SPDX-License-Identifier: Apache-2.0
#include "scan/package_line.h"

#include <utility>

#include "base/error.h"
#include "report/json.h"
#include "scan/file_stamp.h"
#include "scan/result_rows.h"
#include "scan/test_hooks.h"
#include "scan/wire.h"

namespace loanlint::scan {

using findings::ScanResult;

std::string_view name(Failure failure) {
  switch (failure) {
    case Failure::crash:
      return "crash";
    case Failure::timeout:
      return "timeout";
    case Failure::memory:
      return "memory";
    case Failure::none:
      break;
  }
  return "";
}

ScanResult unscanned(const std::string& path, findings::Message why) {
  ScanResult result;
  result.identity.path = path;
  result.identity.input = "unknown";
  if (const std::optional<FileStamp> stamp = stamp_of(path)) result.identity.size = stamp->size;
  result.identity.sha256 = hash_of(path);
  result.gaps.push_back({"", 0, std::move(why), ""});
  result.verdict = findings::verdict(result);
  return result;
}

ScanResult unscanned(const Outcome& outcome) {
  ScanResult result = unscanned(
      outcome.job.path,
      {"gap.worker-" + std::string(name(outcome.failure)), {std::to_string(outcome.signal)}});
  if (outcome.failure == Failure::timeout) result.gaps.front().limit = "seconds";
  return result;
}

std::string scan_to_line(const Scanner& scanner, const report::Words& words,
                         const std::string& path, Line line) {
  run_test_hook(path);
  const auto written = [&](const ScanResult& result) {
    if (line == Line::rows) return to_row_line({&result});
    return line == Line::wire ? to_wire(result) : report::to_json(result, words, -1);
  };
  try {
    return written(scanner.scan(path));
  } catch (const UsageError& error) {
    return written(unscanned(path, {"gap.cannot-open", {error.what()}}));
  }
}

}  // namespace loanlint::scan
