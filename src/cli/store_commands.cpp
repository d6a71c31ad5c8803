// SPDX-License-Identifier: Apache-2.0
// Commands of large runs beside `scan` and `report`: the worker that a cluster runs, and uniting
// stores.
#include <unistd.h>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/run_options.h"
#include "cli/scan_options.h"
#include "report/json.h"
#include "scan/package_line.h"
#include "scan/pool.h"
#include "scan/scanner.h"
#include "scan/serve.h"
#include "scan/store.h"

namespace loanlint::cli {

int worker_command(const Call& call) {
  const scan::Scanner scanner(call.catalog, scan_options(call.arguments));
  scan::PoolOptions options = pool_options(call);
  options.jobs = 1;
  const report::Words& words = call.voice.words();
  scan::Pool pool(
      [&](const std::string& path) {
        return scan::scan_to_line(scanner, words, path, scan::Line::report);
      },
      options,
      [&call](const std::string& refused) { call.warn(call.voice("warning.sandbox", {refused})); });
  scan::serve(STDIN_FILENO, STDOUT_FILENO, pool, [&words](const scan::Outcome& outcome) {
    return report::to_json(scan::unscanned(outcome), words, -1);
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
