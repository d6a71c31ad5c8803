// SPDX-License-Identifier: Apache-2.0
#include "scan/progress.h"

#include <cmath>
#include <cstdio>
#include <vector>

#include "report/width.h"

namespace loanlint::scan {
namespace {

constexpr std::chrono::milliseconds kInterval{100};

std::string rounded(double value, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

/// 3725 → "1:02:05".
std::string duration(double seconds) {
  const auto whole = static_cast<unsigned long long>(std::ceil(seconds));
  char text[48];
  if (whole >= 3600) {
    std::snprintf(text, sizeof text, "%llu:%02llu:%02llu", whole / 3600, whole / 60 % 60,
                  whole % 60);
  } else {
    std::snprintf(text, sizeof text, "%llu:%02llu", whole / 60, whole % 60);
  }
  return text;
}

double rate(double amount, double seconds) { return seconds > 0 ? amount / seconds : 0; }

/// Seconds until the end at the pace so far; skipped inputs say nothing about the pace.
double seconds_left(const Tally& tally, double seconds) {
  const double scanned = static_cast<double>(tally.done - tally.skipped);
  if (scanned <= 0) return -1;
  return static_cast<double>(tally.total - tally.done) * seconds / scanned;
}

}  // namespace

std::string progress_line(const Tally& tally, double seconds, const report::Voice& voice,
                          std::size_t columns) {
  std::string out = std::to_string(tally.done) + "/" + std::to_string(tally.total);
  // The last column stays free: a terminal may begin a new line when it is filled.
  const std::size_t most = columns == 0 ? std::string::npos : columns - 1;
  bool full = false;
  const auto add = [&](const char* key, std::vector<std::string> args) {
    const std::string part = "  " + voice(key, std::move(args));
    full = full || report::columns(out) + report::columns(part) > most;
    if (!full) out += part;
  };
  const auto add_count = [&](const char* key, std::uint64_t count) {
    if (count > 0) add(key, {std::to_string(count)});
  };
  if (const double left = seconds_left(tally, seconds); left >= 0)
    add("progress.left", {duration(left)});
  add_count("progress.failed", tally.failed);
  add("progress.rate",
      {rounded(rate(static_cast<double>(tally.done - tally.skipped), seconds), 1)});
  for (std::size_t i = tally.findings.size(); i-- > 0;) {
    if (tally.findings[i] == 0) continue;
    const std::string severity(name(static_cast<findings::Severity>(i)));
    add("progress.findings", {voice("severity." + severity), std::to_string(tally.findings[i])});
  }
  add_count("progress.incomplete", tally.gaps);
  add("progress.bytes", {rounded(rate(static_cast<double>(tally.bytes) / 1e6, seconds), 1)});
  add_count("progress.skipped", tally.skipped);
  return out;
}

std::string progress_json(const Tally& tally, double seconds) {
  const double left = seconds_left(tally, seconds);
  std::string out = "{\"done\":" + std::to_string(tally.done) +
                    ",\"total\":" + std::to_string(tally.total) +
                    ",\"skipped\":" + std::to_string(tally.skipped) +
                    ",\"failed\":" + std::to_string(tally.failed) +
                    ",\"incomplete\":" + std::to_string(tally.gaps) +
                    ",\"bytes\":" + std::to_string(tally.bytes) + ",\"findings\":{";
  constexpr findings::Severity kSeverities[] = {
      findings::Severity::critical, findings::Severity::high, findings::Severity::medium,
      findings::Severity::low, findings::Severity::info};
  bool first = true;
  for (const findings::Severity severity : kSeverities) {
    if (!first) out.push_back(',');
    first = false;
    out += "\"" + std::string(name(severity)) +
           "\":" + std::to_string(tally.findings[static_cast<std::size_t>(severity)]);
  }
  out += "},\"seconds\":" + rounded(seconds, 1);
  out += ",\"seconds_left\":" + (left >= 0 ? rounded(left, 1) : "null") + "}";
  return out;
}

Progress::~Progress() {
  if (drawn_) options_.write("\n");
}

void Progress::draw(const Tally& tally) {
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  if (options_.form == ProgressForm::json) {
    options_.write(progress_json(tally, seconds) + "\n");
    return;
  }
  const std::size_t columns = options_.columns ? options_.columns() : 0;
  // "\x1b[K" clears what a longer line before left behind.
  options_.write("\r" + progress_line(tally, seconds, *options_.voice, columns) + "\x1b[K");
  drawn_ = true;
}

void Progress::show(const Tally& tally) {
  if (options_.form == ProgressForm::none) return;
  const Clock::time_point now = Clock::now();
  if (now - shown_ < kInterval) return;
  shown_ = now;
  draw(tally);
}

void Progress::clear() {
  if (drawn_) options_.write("\r\x1b[K");
  drawn_ = false;
}

void Progress::finish(const Tally& tally) {
  if (options_.form == ProgressForm::none) return;
  draw(tally);
  if (drawn_) options_.write("\n");
  drawn_ = false;
}

}  // namespace loanlint::scan
