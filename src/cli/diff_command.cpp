// SPDX-License-Identifier: Apache-2.0
#include "base/buffer.h"
#include "base/limits.h"
#include "base/source.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/scan_options.h"
#include "report/diff.h"
#include "report/read_json.h"
#include "scan/scanner.h"

namespace loanlint::cli {
namespace {

/// A package is scanned; a JSON report is read. Which of both it is, its first byte says.
findings::ScanResult result_of(const std::string& path, const scan::Scanner& scanner) {
  const std::unique_ptr<ByteSource> source = open_file(path);
  Buffer scratch;
  if (source->size() > 0 && source->read(0, 1, scratch, "first byte")[0] == '{') {
    return report::read_json(as_text(read_all(*source, 256 * kMiB)), path);
  }
  return scanner.scan(path);
}

}  // namespace

int diff_command(const Call& call) {
  const scan::Scanner scanner(call.catalog, scan_options(call.arguments));
  const findings::ScanResult before = result_of(call.arguments.positionals.at(0), scanner);
  const findings::ScanResult after = result_of(call.arguments.positionals.at(1), scanner);
  const report::Diff diff = report::diff(before, after, call.voice.words());
  const std::string format = call.arguments.value("diff-format").value_or("text");
  if (format == "json") {
    report::write_diff_json(call.world.out, diff, before, after, call.voice.words());
  } else if (format == "markdown") {
    report::write_diff_markdown(call.world.out, diff, before, after, call.voice);
  } else {
    report::write_diff_text(call.world.out, diff, before, after, call.voice, call.colour());
  }
  if (!before.gaps.empty() || !after.gaps.empty() || before.refused || after.refused) {
    return kUnread;
  }
  const auto least = fail_on(call.arguments);
  return least && report::adds(diff, *least) ? kFindings : kClean;
}

}  // namespace loanlint::cli
