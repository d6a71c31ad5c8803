// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <functional>
#include <istream>
#include <iterator>

#include "base/printable.h"
#include "cli/commands.h"
#include "cli/day.h"
#include "cli/outputs.h"
#include "cli/project.h"
#include "cli/run_options.h"
#include "cli/scan_options.h"
#include "cli/usage_words.h"
#include "scan/scanner.h"

namespace loanlint::cli {
namespace {

/// Adds the names of a list: one a line, or, when the list holds a zero byte, each ended by one (as
/// `find -print0` does), so that a name may hold anything.
void read_names(std::istream& in, std::vector<std::string>& names) {
  const std::string list{std::istreambuf_iterator<char>(in), {}};
  const bool lines = list.find('\0') == std::string::npos;
  const char end = lines ? '\n' : '\0';
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t next = std::min(list.find(end, at), list.size());
    std::string name = list.substr(at, next - at);
    if (lines && !name.empty() && name.back() == '\r') name.pop_back();
    if (!name.empty()) names.push_back(std::move(name));
    at = next + 1;
  }
}

/// The paths of the command line, "-" replaced by the names on standard input.
std::vector<std::string> paths_of(const Call& call) {
  std::vector<std::string> out;
  for (const std::string& path : call.arguments.positionals) {
    if (path != "-") {
      out.push_back(path);
      continue;
    }
    read_names(call.world.in, out);
  }
  return out;
}

/// True when the reports of several packages are asked for, even if only one is found.
bool asks_for_many(const std::vector<std::string>& given) {
  std::error_code ignored;
  return given.size() != 1 || given[0] == "-" || std::filesystem::is_directory(given[0], ignored);
}

bool reaches(const findings::ScanResult& result, findings::Severity least) {
  for (const findings::Finding& finding : result.findings) {
    const bool counts = !finding.open && !finding.good && !finding.accepted;
    if (counts && finding.severity >= least) return true;
  }
  return false;
}

int status_of(const findings::ScanResult& result, std::optional<findings::Severity> least) {
  if (!result.gaps.empty() || result.refused) return kUnread;
  return least && reaches(result, *least) ? kFindings : kClean;
}

/// True when nobody reads the single results but the store: no report is asked for, and nothing of
/// the user's has to be held against them.
bool only_stores(const Call& call, const Project& project, bool baseline) {
  if (!call.arguments.has("store") || baseline || !project.purposes.empty()) return false;
  for (const char* flag :
       {"format", "output", "json", "sarif", "html", "junit", "csv", "gitlab", "markdown"}) {
    if (call.arguments.has(flag)) return false;
  }
  return true;
}

/// What status_of() would have said of the worst of all packages.
int status_of(const scan::Tally& tally, std::optional<findings::Severity> least) {
  if (tally.gaps > 0) return kUnread;
  if (!least) return kClean;
  for (auto i = static_cast<std::size_t>(*least); i < tally.findings.size(); ++i) {
    if (tally.findings[i] > 0) return kFindings;
  }
  return kClean;
}

/// A warning in the user's language, with what the system says of a file, which comes last.
std::string warning_words(const Call& call, findings::Message message) {
  if (!message.args.empty()) {
    std::string& last = message.args.back();
    last = usage_words(last, call.voice.words().texts(), call.voice.language());
  }
  return call.voice(message);
}

/// Scans in worker processes and hands each result to `add`; gives the exit status besides. Without
/// `add` the results go to the store only, and `least` decides the status.
int scan_inputs(const Call& call, const scan::Scanner& scanner, std::vector<std::string> inputs,
                const std::function<void(const findings::ScanResult&)>& add,
                std::optional<findings::Severity> least) {
  if (inputs.empty()) return kClean;
  const scan::RunOptions options = run_options(call);
  const StopSignal stop;
  const scan::RunSummary summary = scan::run(
      scanner, call.voice.words(), inputs, options, add,
      [&call](const findings::Message& message) { call.warn(warning_words(call, message)); },
      StopSignal::stopped());
  if (!call.world.out) return kUnread;
  const scan::Tally& tally = summary.tally;
  if (!options.store.empty() || summary.stopped) {
    call.warn(
        call.voice("cli.summary", {std::to_string(tally.done), std::to_string(tally.skipped),
                                   std::to_string(tally.failed), std::to_string(tally.gaps)}));
  }
  if (summary.stopped) {
    call.warn(
        call.voice(options.store.empty() ? "cli.interrupted_without_store" : "cli.interrupted"));
    return kInterrupted;
  }
  const int status = summary.unreadable > 0 ? kUnread : kClean;
  if (add) return status;
  call.warn(call.voice("cli.stored", {options.store}));
  return std::max<int>(status, status_of(tally, least));
}

/// The project that the line names, else the one that the first package lies in.
Project project_of(const Call& call) {
  if (const auto path = call.arguments.value("project")) return load_project(*path);
  const std::vector<std::string>& given = call.arguments.positionals;
  return given.empty() || given.front() == "-" ? Project{} : find_project(given.front());
}

/// The line's flags, and below them what the project file says.
scan::Options options_of(const Call& call, const Project& project) {
  scan::Options options = scan_options(call.arguments);
  options.packs.insert(options.packs.end(), project.packs.begin(), project.packs.end());
  options.skip.insert(options.skip.end(), project.skip.begin(), project.skip.end());
  if (options.policies.empty()) options.policies = project.policies;
  return options;
}

std::optional<findings::Severity> threshold(const Call& call, const Project& project) {
  if (!call.arguments.has("fail-on") && project.fail_on) {
    return findings::parse_severity(*project.fail_on);
  }
  return fail_on(call.arguments);
}

}  // namespace

int scan_command(const Call& call) {
  const bool policies_only = call.arguments.positionals.empty();
  if (policies_only && !call.arguments.has("policy")) {
    throw ArgumentError({"cli.missing_argument", {"scan", "PATH..."}});
  }
  const Project project = project_of(call);
  const scan::Scanner scanner(call.catalog, options_of(call, project));
  const auto least = threshold(call, project);
  const auto baseline_path =
      call.arguments.has("baseline") ? call.arguments.value("baseline") : project.baseline;
  std::optional<report::Baseline> baseline;
  if (baseline_path) baseline = load_baseline(*baseline_path);
  const std::string day = today(call.world.environment);
  const bool quiet = !policies_only && only_stores(call, project, baseline.has_value());
  std::optional<Outputs> outputs;
  if (!quiet) {
    outputs.emplace(call, least, !policies_only && asks_for_many(call.arguments.positionals));
  }
  int status = kClean;
  const auto show = [&](const findings::ScanResult& result) {
    for (const std::string& line : check_purposes(project, result, call)) call.warn(line);
    outputs->add(result);
    // `loanlint scan … | head`: nobody hears what comes after.
    if (!call.world.out) StopSignal::stop();
    status = std::max(status, status_of(result, least));
  };
  const auto add = [&](const findings::ScanResult& scanned) {
    if (!baseline) return show(scanned);
    findings::ScanResult result = scanned;
    baseline->apply(result, day);
    show(result);
  };
  if (policies_only) {
    add(scanner.scan_policies());
    outputs->finish();
    return status;
  }
  const std::vector<std::string> inputs =
      scan::list_inputs(paths_of(call), [&](const std::string& folder, const std::string& why) {
        call.warn(call.voice("warning.unreadable", {folder, why}));
        status = kUnread;
      });
  if (inputs.empty()) {
    call.warn(call.voice("cli.nothing_to_scan"));
    status = kUnread;
  }
  std::function<void(const findings::ScanResult&)> deliver;
  if (!quiet) deliver = add;
  status = std::max(status, scan_inputs(call, scanner, inputs, deliver, least));
  if (baseline) tell_about_baseline(call, *baseline);
  if (outputs) outputs->finish();
  return status;
}

}  // namespace loanlint::cli
