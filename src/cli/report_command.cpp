// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <sstream>

#include "cli/commands.h"
#include "cli/outputs.h"
#include "report/csv_summary.h"
#include "report/html_summary.h"
#include "report/text_summary.h"
#include "scan/store_summary.h"

namespace loanlint::cli {
namespace {

/// How much of each list a form shows unless --top says otherwise: a person reads the head of a
/// page, a spreadsheet takes all of it.
scan::SummaryLimits limits_of(const Call& call, const std::string& format) {
  scan::SummaryLimits limits;
  const auto top = call.arguments.number("top");
  if (top || format == "csv") {
    const std::size_t most = top ? static_cast<std::size_t>(*top) : std::size_t{1} << 40;
    return {most, most, most, most, most, most};
  }
  if (format == "text") limits = {10, 10, 15, 10, 5, 12};
  return limits;
}

}  // namespace

int report_command(const Call& call) {
  const std::string format = call.arguments.value("report-format").value_or("text");
  const std::string app = call.arguments.value("app").value_or("");
  const report::StoreSummary summary = scan::load_store_summary(
      call.arguments.positionals.front(), call.files(), limits_of(call, format), app);
  const auto output = call.arguments.value("output");
  std::ostringstream file;
  std::ostream& out = output ? file : call.world.out;
  if (format == "html") {
    report::write_html_summary(out, summary, call.voice.words(), call.voice.language());
  } else if (format == "csv") {
    report::write_csv_summary(out, summary, call.arguments.value("table").value_or("packages"),
                              call.voice);
  } else {
    const bool painted = output ? call.arguments.value("color") == "always" : call.colour();
    report::Page page(out, output ? 80 : call.world.columns, painted);
    report::write_text_summary(page, summary, call.voice);
  }
  if (output) write_file(*output, file.str());
  return kClean;
}

}  // namespace loanlint::cli
