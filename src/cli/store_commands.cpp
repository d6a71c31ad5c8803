// SPDX-License-Identifier: Apache-2.0
// Commands of large runs beside `scan` and `report`: the worker that a cluster runs, and uniting
// stores.
#include <unistd.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/run_options.h"
#include "cli/scan_options.h"
#include "scan/pool.h"
#include "scan/run.h"
#include "scan/scanner.h"
#include "scan/store.h"

namespace loanlint::cli {

int worker_command(const Call& call) {
  const scan::Scanner scanner(call.catalog, scan_options(call.arguments));
  scan::serve(STDIN_FILENO, STDOUT_FILENO, [&](const std::string& path) {
    return scan::scan_to_line(scanner, call.voice.words(), path, scan::Line::report);
  });
  return kClean;
}

int merge_command(const Call& call) {
  const std::vector<std::string>& paths = call.arguments.positionals;
  if (paths.size() < 2) throw ArgumentError({"cli.missing_argument", {"merge", "IN.db..."}});
  scan::Store store(paths.front());
  for (std::size_t i = 1; i < paths.size(); ++i) store.merge(paths[i]);
  return kClean;
}

}  // namespace loanlint::cli
