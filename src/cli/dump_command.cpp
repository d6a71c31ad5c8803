// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "base/printable.h"
#include "cli/commands.h"
#include "cli/scan_options.h"
#include "report/json.h"
#include "scan/scanner.h"

namespace loanlint::cli {
namespace {

/// Scans the one file of a dump command; tells of gaps on standard error.
findings::ScanResult scan_one(const Call& call) {
  const scan::Scanner scanner(call.catalog, scan_options(call.arguments));
  findings::ScanResult result = scanner.scan(call.arguments.positionals.front());
  for (const findings::Gap& gap : result.gaps) {
    call.warn((gap.entry.empty() ? "" : printable(gap.entry) + ": ") + call.voice(gap.what));
  }
  return result;
}

int status_of(const findings::ScanResult& result) {
  return result.gaps.empty() && !result.refused ? kClean : kUnread;
}

bool taken_at(const findings::Permission& permission, std::int64_t level) {
  return (permission.min_sdk == 0 || level >= permission.min_sdk) &&
         (permission.max_sdk == 0 || level <= permission.max_sdk);
}

}  // namespace

int dump_manifest(const Call& call) {
  const findings::ScanResult result = scan_one(call);
  call.world.out << printable_lines(result.manifest);
  return status_of(result);
}

int dump_permissions(const Call& call) {
  const auto level = call.arguments.number("api");
  const findings::ScanResult result = scan_one(call);
  std::set<std::string> names;
  for (const findings::Permission& permission : result.requested) {
    if (!level || taken_at(permission, static_cast<std::int64_t>(*level))) {
      names.insert(permission.name);
    }
  }
  for (const std::string& name : names) call.world.out << printable(name) << '\n';
  return status_of(result);
}

int dump_facts(const Call& call) {
  const findings::ScanResult result = scan_one(call);
  report::write_facts_json(call.world.out, result.facts, call.voice.words());
  return status_of(result);
}

}  // namespace loanlint::cli
