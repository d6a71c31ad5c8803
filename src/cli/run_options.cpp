// SPDX-License-Identifier: Apache-2.0
#include "cli/run_options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>

namespace loanlint::cli {
namespace {

std::atomic<bool> g_stopped{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

void on_signal(int) { g_stopped = true; }

/// Columns of the terminal that progress is shown on; 0 where there is none.
std::size_t progress_columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// "auto" shows a line on a terminal and nothing in a pipe.
scan::ProgressForm progress_form(const Call& call) {
  const std::string when = call.arguments.value("progress").value_or("auto");
  if (when == "json") return scan::ProgressForm::json;
  if (when == "always") return scan::ProgressForm::line;
  // The report of a single package on a terminal would be drawn over.
  const bool quiet = call.arguments.has("store") || call.arguments.has("output");
  if (when == "auto" && call.world.err_is_terminal && quiet) return scan::ProgressForm::line;
  return scan::ProgressForm::none;
}

}  // namespace

scan::PoolOptions pool_options(const Call& call) {
  scan::PoolOptions options;
  const auto number = [&call](const char* flag, std::uint64_t most) -> std::uint64_t {
    const auto value = call.arguments.number(flag);
    if (value && *value > most) {
      throw ArgumentError({"cli.bad_number", {std::string("--") + flag, std::to_string(*value)}});
    }
    return value.value_or(0);
  };
  options.jobs = static_cast<unsigned>(number("jobs", 1024));
  options.memory_mib = static_cast<std::size_t>(number("max-memory", 1U << 24));
  if (const auto seconds = call.arguments.number("timeout"))
    options.timeout = std::chrono::seconds(*seconds);
  return options;
}

scan::RunOptions run_options(const Call& call) {
  scan::RunOptions options;
  options.workers = pool_options(call);
  options.in_process = call.arguments.has("in-process");
  if (const auto store = call.arguments.value("store")) {
    if (store->empty()) throw ArgumentError({"cli.missing_value", {"--store"}});
    options.store = *store;
  }
  options.resume = call.arguments.has("resume");
  if (options.resume && options.store.empty())
    throw ArgumentError({"cli.resume_without_store", {}});
  if (const auto shard = call.arguments.value("shard")) options.shard = scan::parse_shard(*shard);
  options.progress.form = progress_form(call);
  options.progress.write = [&call](const std::string& text) {
    call.world.err << text << std::flush;
  };
  options.progress.columns = progress_columns;
  options.progress.voice = &call.voice;
  return options;
}

StopSignal::StopSignal() {
  g_stopped = false;
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    before_[i] = std::signal(kSignals[i], on_signal);
    // What was ignored stays so: nohup, a job in the background of a script.
    if (before_[i] == SIG_IGN) std::signal(kSignals[i], SIG_IGN);
  }
}

StopSignal::~StopSignal() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) std::signal(kSignals[i], before_[i]);
}

void StopSignal::stop() { g_stopped = true; }

const std::atomic<bool>& StopSignal::stopped() { return g_stopped; }

}  // namespace loanlint::cli
