// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "base/buffer.h"
#include "base/limits.h"
#include "base/source.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/outputs.h"
#include "cli/scan_options.h"
#include "report/baseline.h"
#include "scan/scanner.h"

namespace loanlint::cli {
namespace {

constexpr int kDefaultDays = 180;

report::Baseline load_or_empty(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return {};
  return load_baseline(path);
}

std::string describe(const report::Acceptance& entry) {
  std::string out = entry.rule;
  if (!entry.kind.empty()) out += " (" + entry.kind + ")";
  return out;
}

}  // namespace

report::Baseline load_baseline(const std::string& path) {
  const Buffer bytes = read_all(*open_file(path), 16 * kMiB);
  return report::Baseline(as_text(bytes), path);
}

void tell_about_baseline(const Call& call, const report::Baseline& baseline) {
  const std::string day = today(call.world.environment);
  for (const report::Acceptance& entry : baseline.expired(day)) {
    call.warn(call.voice("baseline.expired", {describe(entry), entry.expires, entry.who}));
  }
  for (const report::Acceptance& entry : baseline.unmatched()) {
    call.warn(call.voice("baseline.unmatched", {describe(entry), entry.who}));
  }
}

int baseline_create(const Call& call) {
  const std::string path = call.arguments.value("output").value_or("loanlint-baseline.json");
  report::Acceptance form;
  form.reason = call.arguments.value("reason").value_or("");
  form.who = call.arguments.value("who").value_or("");
  form.expires =
      call.arguments.value("expires").value_or(day_from_now(call.world.environment, kDefaultDays));
  if (form.reason.empty()) throw ArgumentError({"baseline.needs", {"--reason"}});
  if (form.who.empty()) throw ArgumentError({"baseline.needs", {"--who"}});
  if (!report::is_day(form.expires)) throw ArgumentError({"baseline.bad_day", {form.expires}});
  if (form.expires < today(call.world.environment)) {
    throw ArgumentError({"baseline.past_day", {form.expires}});
  }
  report::Baseline baseline = load_or_empty(path);
  const std::size_t before = baseline.size();
  const scan::Scanner scanner(call.catalog, scan_options(call.arguments));
  for (const std::string& input : scan::list_inputs(call.arguments.positionals)) {
    baseline.accept(scanner.scan(input), form);
  }
  write_file(path, baseline.json());
  call.warn(call.voice("baseline.created",
                       {path, std::to_string(baseline.size() - before), form.expires}));
  return kClean;
}

int baseline_prune(const Call& call) {
  const std::string& path = call.arguments.positionals.front();
  report::Baseline baseline = load_baseline(path);
  const scan::Scanner scanner(call.catalog, scan_options(call.arguments));
  const std::string day = today(call.world.environment);
  const std::vector<std::string> packages(call.arguments.positionals.begin() + 1,
                                          call.arguments.positionals.end());
  for (const std::string& input : scan::list_inputs(packages)) {
    findings::ScanResult result = scanner.scan(input);
    baseline.apply(result, day);
  }
  const std::vector<report::Acceptance> gone = baseline.prune(day);
  for (const report::Acceptance& entry : gone) {
    call.warn(call.voice("baseline.pruned", {describe(entry)}));
  }
  write_file(path, baseline.json());
  return kClean;
}

}  // namespace loanlint::cli
