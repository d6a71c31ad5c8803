// SPDX-License-Identifier: Apache-2.0
#include "catalog/node.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/help.h"
#include "report/explain.h"

namespace loanlint::cli {

int explain_command(const Call& call) {
  report::Page page = call.page();
  if (call.arguments.positionals.empty()) {
    for (const std::string& id : report::explainable(call.files())) page.line(id);
    return kClean;
  }
  const std::string& id = call.arguments.positionals.front();
  if (report::write_explanation(page, call.files(), id, call.voice)) return kClean;
  const auto near = catalog::nearest(id, report::explainable(call.files()));
  if (near) throw ArgumentError({"cli.no_such_id_near", {id, *near}});
  throw ArgumentError({"cli.no_such_id", {id}});
}

int completion_command(const Call& call) {
  write_completion(call.world.out, call.arguments.positionals.front(), call.voice);
  return kClean;
}

int man_command(const Call& call) {
  write_man(call.world.out, call.voice, version(), source_day(call.world.environment));
  return kClean;
}

}  // namespace loanlint::cli
