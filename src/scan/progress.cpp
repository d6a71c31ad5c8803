// SPDX-License-Identifier: Apache-2.0
#include "scan/progress.h"

#include <cmath>
#include <cstdio>

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

void Tally::add(const findings::ScanResult& result) {
  bytes += result.identity.size;
  if (!result.gaps.empty() || result.refused) ++gaps;
  for (const findings::Finding& finding : result.findings) {
    if (finding.open || finding.good || finding.accepted) continue;
    ++findings[static_cast<std::size_t>(finding.severity)];
  }
}

void Tally::add(const Tally& other) {
  bytes += other.bytes;
  gaps += other.gaps;
  for (std::size_t i = 0; i < findings.size(); ++i) findings[i] += other.findings[i];
}

std::string progress_line(const Tally& tally, double seconds) {
  const double scanned = static_cast<double>(tally.done - tally.skipped);
  std::string out = std::to_string(tally.done) + "/" + std::to_string(tally.total) + "  " +
                    rounded(rate(scanned, seconds), 1) + "/s  " +
                    rounded(rate(static_cast<double>(tally.bytes) / 1e6, seconds), 1) + " MB/s";
  if (tally.skipped > 0) out += "  =" + std::to_string(tally.skipped);
  if (tally.failed > 0) out += "  !" + std::to_string(tally.failed);
  if (tally.gaps > 0) out += "  ?" + std::to_string(tally.gaps);
  constexpr const char* kMarks[] = {"I", "L", "M", "H", "C"};
  for (std::size_t i = tally.findings.size(); i-- > 0;) {
    if (tally.findings[i] > 0)
      out += std::string("  ") + kMarks[i] + ":" + std::to_string(tally.findings[i]);
  }
  const double left = seconds_left(tally, seconds);
  if (left >= 0) out += "  ETA " + duration(left);
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

Progress::Progress(ProgressForm form, std::function<void(const std::string&)> write)
    : form_(form), write_(std::move(write)) {}

std::string Progress::line(const Tally& tally) const {
  const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
  // "\x1b[K" clears what a longer line before left behind.
  return form_ == ProgressForm::json ? progress_json(tally, seconds) + "\n"
                                     : "\r" + progress_line(tally, seconds) + "\x1b[K";
}

void Progress::show(const Tally& tally) {
  if (form_ == ProgressForm::none) return;
  const Clock::time_point now = Clock::now();
  if (now - shown_ < kInterval) return;
  shown_ = now;
  write_(line(tally));
}

void Progress::finish(const Tally& tally) {
  if (form_ == ProgressForm::none) return;
  write_(line(tally) + (form_ == ProgressForm::line ? "\n" : ""));
}

}  // namespace loanlint::scan
